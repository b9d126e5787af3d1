package app.satchel.phone;

import android.Manifest;
import android.app.Activity;
import android.content.Context;
import android.content.SharedPreferences;
import android.content.pm.PackageManager;
import android.os.Build;

/** Asks for permissions when they are first needed. */
public final class Permissions {
    /** Asked for. */
    public static final int LOCATION = 1;
    public static final int BLUETOOTH = 2;
    public static final int NOTIFICATIONS = 3;

    /** Answers. */
    public static final int GRANTED = 0;
    public static final int DENIED = 1;
    public static final int DENIED_FOR_EVER = 2;
    public static final int NOT_ASKED = 3;

    // Newer than the API this is checked against.
    private static final String BLUETOOTH_CONNECT = "android.permission.BLUETOOTH_CONNECT";
    private static final String BLUETOOTH_SCAN = "android.permission.BLUETOOTH_SCAN";
    private static final String POST_NOTIFICATIONS = "android.permission.POST_NOTIFICATIONS";

    private Permissions() {}

    /** What the system's question is about on this version of Android; empty where it asks nothing. */
    private static String[] names(int what) {
        switch (what) {
            case LOCATION:
                return new String[] {Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION};
            case BLUETOOTH:
                if (Build.VERSION.SDK_INT >= 31) {
                    return new String[] {BLUETOOTH_SCAN, BLUETOOTH_CONNECT};
                }
                // Before Android 12 a scan for devices counts as asking for the position.
                return new String[] {Manifest.permission.ACCESS_FINE_LOCATION};
            case NOTIFICATIONS:
                return Build.VERSION.SDK_INT >= 33 ? new String[] {POST_NOTIFICATIONS} : new String[0];
            default:
                return new String[0];
        }
    }

    private static boolean held(int what) {
        String[] names = names(what);
        for (String name : names) {
            if (granted(name)) {
                // A position that is only coarse is a position.
                if (what == LOCATION) {
                    return true;
                }
            } else if (what != LOCATION) {
                return false;
            }
        }
        return what != LOCATION;
    }

    private static boolean granted(String name) {
        return Phone.context().checkSelfPermission(name) == PackageManager.PERMISSION_GRANTED;
    }

    /** How things stand, without asking. */
    public static int state(int what) {
        if (held(what)) {
            return GRANTED;
        }
        if (!asked().getBoolean("asked-" + what, false)) {
            return NOT_ASKED;
        }
        Activity activity = Phone.activity();
        for (String name : names(what)) {
            if (activity == null || activity.shouldShowRequestPermissionRationale(name)) {
                return DENIED;
            }
        }
        return DENIED_FOR_EVER;
    }

    /** Asks; the answer comes to {@link Native#answered}. */
    public static void ask(int what) {
        Phone.onMain(() -> {
            Activity activity = Phone.activity();
            if (held(what) || activity == null) {
                Native.answered(what, state(what));
            } else {
                activity.requestPermissions(names(what), what);
            }
        });
    }

    /** The activity's onRequestPermissionsResult. */
    public static void answered(int what, int[] results) {
        if (what < LOCATION || what > NOTIFICATIONS) {
            return;
        }
        // Without results the question was broken off and may be put again.
        if (results.length > 0) {
            asked().edit().putBoolean("asked-" + what, true).apply();
        }
        if (what == LOCATION) {
            // The question does not take the app off the screen, so nothing else begins to follow.
            Places.follow();
        }
        Native.answered(what, state(what));
    }

    private static SharedPreferences asked() {
        return Phone.context().getSharedPreferences("permissions", Context.MODE_PRIVATE);
    }
}
