package app.satchel.phone;

import android.content.ActivityNotFoundException;
import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** Hands files to other apps. */
public final class ShareSheet {
    /** How it went. */
    static final int SHOWN = 0;
    static final int NOT_WRITTEN = 1;
    static final int NO_RECEIVER = 2;

    private ShareSheet() {}

    /** Shows the system's share sheet for a file. The name is a plain file name, the type a MIME type. */
    public static int share(String name, String type, byte[] content) {
        File file = write(name, content);
        if (file == null) {
            return NOT_WRITTEN;
        }
        Uri uri = SharedFiles.uri(file);
        Intent send = new Intent(Intent.ACTION_SEND).setType(type).putExtra(Intent.EXTRA_STREAM, uri);
        // The sheet's own preview reads the file by this.
        send.setClipData(ClipData.newRawUri(name, uri));
        send.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
        return start(Intent.createChooser(send, null));
    }

    /** Opens a file in the app the person has for its type. */
    public static int open(String name, String type, byte[] content) {
        File file = write(name, content);
        if (file == null) {
            return NOT_WRITTEN;
        }
        Intent view = new Intent(Intent.ACTION_VIEW).setDataAndType(SharedFiles.uri(file), type);
        return start(view.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION));
    }

    private static int start(Intent intent) {
        Context context = Phone.activity();
        if (context == null) {
            context = Phone.context();
            intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
        }
        try {
            context.startActivity(intent);
            return SHOWN;
        } catch (ActivityNotFoundException nobody) {
            return NO_RECEIVER;
        }
    }

    private static File write(String name, byte[] content) {
        File folder = SharedFiles.folder();
        File file = new File(folder, name);
        if (!folder.equals(file.getParentFile()) || !(folder.isDirectory() || folder.mkdirs())) {
            return null;
        }
        // What was handed over earlier has been read by now, or never will be.
        long old = System.currentTimeMillis() - 24 * 60 * 60 * 1000L;
        File[] before = folder.listFiles();
        for (File one : before == null ? new File[0] : before) {
            if (one.lastModified() < old && !one.delete()) {
                one.deleteOnExit();
            }
        }
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(content);
            return file;
        } catch (IOException failed) {
            return null;
        }
    }
}
