package app.satchel.phone;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import android.os.VibrationEffect;
import android.os.Vibrator;
import android.os.Build;
import android.provider.Settings;
import android.view.WindowManager;
import java.io.File;
import java.lang.ref.WeakReference;
import java.util.Locale;

/** What Rust asks of the phone. Every method may be called on any thread. */
public final class Phone {
    private static volatile Context app;
    private static volatile WeakReference<Activity> front = new WeakReference<>(null);
    private static final Handler MAIN = new Handler(Looper.getMainLooper());

    private Phone() {}

    static void attach(Context context) {
        app = context;
    }

    static Context context() {
        return app;
    }

    /** The activity that is there, or null. */
    static Activity activity() {
        return front.get();
    }

    static void onMain(Runnable work) {
        MAIN.post(work);
    }

    /** The activity has begun. */
    public static void appeared(Activity activity) {
        front = new WeakReference<>(activity);
    }

    /** The app is on the screen, or no longer is. */
    public static void visible(boolean visible) {
        Places.visible(visible);
    }

    /** The app's own folder: no other app reads it and no backup takes it. */
    public static String filesFolder() {
        return app.getFilesDir().getPath();
    }

    /** A folder the owner of the phone reaches over a cable. */
    public static String exchangeFolder() {
        File folder = app.getExternalFilesDir(null);
        return (folder == null ? app.getFilesDir() : folder).getPath();
    }

    /** The phone's language as a BCP 47 tag. */
    public static String languageTag() {
        return Locale.getDefault().toLanguageTag();
    }

    /** How large the owner wants text, in percent of the standard size. */
    public static int fontPercent() {
        return Math.round(app.getResources().getConfiguration().fontScale * 100);
    }

    /** Keeps the screen on, or lets it go. */
    public static void keepAwake(boolean on) {
        onMain(() -> {
            Activity activity = activity();
            if (activity == null) {
                return;
            }
            if (on) {
                activity.getWindow().addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
            } else {
                activity.getWindow().clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
            }
        });
    }

    /** A short tap under the thumb. */
    @SuppressWarnings("deprecation")
    public static void tap() {
        Vibrator vibrator = (Vibrator) app.getSystemService(Context.VIBRATOR_SERVICE);
        if (vibrator == null || !vibrator.hasVibrator()) {
            return;
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            vibrator.vibrate(VibrationEffect.createOneShot(20, VibrationEffect.DEFAULT_AMPLITUDE));
        } else {
            vibrator.vibrate(20);
        }
    }

    /** The system's page of this app, where a permission that was denied for ever is given back. */
    public static void openSettings() {
        Intent intent = new Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", app.getPackageName(), null));
        app.startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK));
    }
}
