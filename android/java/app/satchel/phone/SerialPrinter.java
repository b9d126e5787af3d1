package app.satchel.phone;

import android.bluetooth.BluetoothAdapter;
import android.bluetooth.BluetoothClass;
import android.bluetooth.BluetoothDevice;
import android.bluetooth.BluetoothSocket;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Printers of Bluetooth Classic, over the Serial Port Profile. Every method waits and wants a thread of its own. */
public final class SerialPrinter {
    /** Why a printer does not take bytes; all are below 0. */
    static final int NOT_FOUND = -1;
    static final int REFUSED = -2;
    static final int RADIO_OFF = -3;
    static final int NOT_ALLOWED = -4;
    static final int DROPPED = -5;
    static final int TIMED_OUT = -6;

    /** Serial Port Profile (Bluetooth Assigned Numbers). */
    private static final UUID SERIAL_PORT = UUID.fromString("00001101-0000-1000-8000-00805f9b34fb");
    private static final long CONNECT_SECONDS = 15;
    private static final long WRITE_SECONDS = 20;

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final ConcurrentHashMap<Integer, BluetoothSocket> OPEN = new ConcurrentHashMap<>();
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1);

    private SerialPrinter() {}

    /** Work that may hang for ever unless its socket is closed. */
    private interface Waiting {
        void run() throws IOException;
    }

    /** 0, or why it failed; after the time the socket is closed under it. */
    private static int within(long seconds, BluetoothSocket socket, int failure, Waiting work) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = CLOCK.schedule(() -> {
            late.set(true);
            close(socket);
        }, seconds, TimeUnit.SECONDS);
        try {
            work.run();
            return late.get() ? TIMED_OUT : 0;
        } catch (SecurityException denied) {
            return NOT_ALLOWED;
        } catch (IOException failed) {
            return late.get() ? TIMED_OUT : failure;
        } finally {
            alarm.cancel(false);
        }
    }

    private static void close(BluetoothSocket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    /** The paired devices, a line each: address, tab, 1 for what calls itself a printer, tab, name. Null without Bluetooth or leave. */
    public static String paired() {
        BluetoothAdapter adapter = BluetoothAdapter.getDefaultAdapter();
        if (adapter == null) {
            return null;
        }
        StringBuilder lines = new StringBuilder();
        try {
            for (BluetoothDevice device : adapter.getBondedDevices()) {
                BluetoothClass kind = device.getBluetoothClass();
                boolean imaging = kind != null && kind.getMajorDeviceClass() == BluetoothClass.Device.Major.IMAGING;
                String name = device.getName() == null ? "" : device.getName().replaceAll("\\s+", " ");
                lines.append(device.getAddress()).append('\t').append(imaging ? '1' : '0').append('\t').append(name).append('\n');
            }
        } catch (SecurityException denied) {
            return null;
        }
        return lines.toString();
    }

    /** A number for {@link #write} above 0, or why there is none. */
    public static int open(String address) {
        BluetoothAdapter adapter = BluetoothAdapter.getDefaultAdapter();
        if (adapter == null || !adapter.isEnabled()) {
            return RADIO_OFF;
        }
        if (!BluetoothAdapter.checkBluetoothAddress(address)) {
            return NOT_FOUND;
        }
        BluetoothSocket socket;
        try {
            // Nothing connects well while the radio looks for devices.
            adapter.cancelDiscovery();
            socket = adapter.getRemoteDevice(address).createRfcommSocketToServiceRecord(SERIAL_PORT);
        } catch (SecurityException denied) {
            return NOT_ALLOWED;
        } catch (IOException failed) {
            return NOT_FOUND;
        }
        // A printer that is off and one that is busy with another phone fail alike.
        int failed = within(CONNECT_SECONDS, socket, REFUSED, socket::connect);
        if (failed != 0) {
            close(socket);
            return failed == TIMED_OUT ? NOT_FOUND : failed;
        }
        int number = NEXT.getAndIncrement();
        OPEN.put(number, socket);
        return number;
    }

    /** 0 when all bytes were taken, or why not. */
    public static int write(int number, byte[] bytes) {
        BluetoothSocket socket = OPEN.get(number);
        if (socket == null) {
            return DROPPED;
        }
        return within(WRITE_SECONDS, socket, DROPPED, () -> {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        });
    }

    /** The next byte the printer says, 0 to 255; {@link #TIMED_OUT} or {@link #DROPPED} where none comes. */
    public static int read(int number, int millis) {
        BluetoothSocket socket = OPEN.get(number);
        if (socket == null) {
            return DROPPED;
        }
        try {
            // A read cannot be given up without losing the connection: look before it.
            InputStream in = socket.getInputStream();
            for (int waited = 0; in.available() == 0; waited += 20) {
                if (waited >= millis) {
                    return TIMED_OUT;
                }
                Thread.sleep(20);
            }
            int said = in.read();
            return said < 0 ? DROPPED : said;
        } catch (IOException | InterruptedException failed) {
            return DROPPED;
        }
    }

    /** Hangs up. */
    public static void close(int number) {
        BluetoothSocket socket = OPEN.remove(number);
        if (socket != null) {
            close(socket);
        }
    }
}
