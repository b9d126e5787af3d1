package app.satchel.phone;

import android.content.ContentResolver;
import android.content.Intent;
import android.net.Uri;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** What the app is opened with: the office's invitation, its receipt for a courier, or an invitation to something. */
public final class Arrivals {
    private static final String SCHEME = "satchel";
    private static final long LARGEST = 64L << 20;

    private Arrivals() {}

    /** An intent the activity was given; each is taken once. */
    public static void take(Intent intent) {
        if (intent == null || !Intent.ACTION_VIEW.equals(intent.getAction()) || intent.getData() == null) {
            return;
        }
        Uri data = intent.getData();
        boolean calendar = "text/calendar".equals(intent.getType());
        // After a rotation or a return from the background the same intent comes again.
        intent.setData(null);
        if (SCHEME.equals(data.getScheme())) {
            Native.opened(data.toString());
        } else if (ContentResolver.SCHEME_CONTENT.equals(data.getScheme())) {
            new Thread(() -> {
                File file = copy(data, calendar ? "arrived.ics" : "arrived.receipt");
                if (file != null) {
                    Native.opened(file.getPath());
                }
            }, "satchel-arrival").start();
        }
    }

    /** The file of another app in our own folder, or null where it cannot be read or is too large. */
    private static File copy(Uri from, String name) {
        File file = new File(Phone.context().getCacheDir(), name);
        try (InputStream in = Phone.context().getContentResolver().openInputStream(from);
                FileOutputStream out = new FileOutputStream(file)) {
            byte[] part = new byte[64 * 1024];
            long all = 0;
            for (int read = in == null ? -1 : in.read(part); read >= 0; read = in.read(part)) {
                all += read;
                if (all > LARGEST) {
                    return null;
                }
                out.write(part, 0, read);
            }
            return in == null ? null : file;
        } catch (IOException | SecurityException refused) {
            return null;
        }
    }
}
