package app.satchel.phone;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import android.webkit.MimeTypeMap;
import java.io.File;
import java.io.FileNotFoundException;
import java.util.List;

/** Lends other apps the files of one folder, each for as long as the person's choice lasts. */
public final class SharedFiles extends ContentProvider {
    private static final String AUTHORITY = ".files";

    static File folder() {
        return new File(Phone.context().getCacheDir(), "shared");
    }

    static Uri uri(File file) {
        return new Uri.Builder().scheme("content").authority(Phone.context().getPackageName() + AUTHORITY)
                .appendPath(file.getName()).build();
    }

    /** The file of an address: a plain name in the folder and nothing else. */
    private static File file(Uri uri) throws FileNotFoundException {
        List<String> path = uri.getPathSegments();
        if (path.size() != 1 || path.get(0).contains("/") || path.get(0).startsWith(".")) {
            throw new FileNotFoundException();
        }
        return new File(folder(), path.get(0));
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
        if (!"r".equals(mode)) {
            throw new FileNotFoundException();
        }
        return ParcelFileDescriptor.open(file(uri), ParcelFileDescriptor.MODE_READ_ONLY);
    }

    @Override
    public Cursor query(Uri uri, String[] projection, String selection, String[] arguments, String order) {
        String[] columns = {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE};
        MatrixCursor cursor = new MatrixCursor(columns, 1);
        try {
            File file = file(uri);
            cursor.addRow(new Object[] {file.getName(), file.length()});
        } catch (FileNotFoundException unknown) {
            // An empty answer says so.
        }
        return cursor;
    }

    @Override
    public String getType(Uri uri) {
        String ending = MimeTypeMap.getFileExtensionFromUrl(uri.toString());
        String type = MimeTypeMap.getSingleton().getMimeTypeFromExtension(ending);
        return type == null ? "application/octet-stream" : type;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int delete(Uri uri, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int update(Uri uri, ContentValues values, String selection, String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
