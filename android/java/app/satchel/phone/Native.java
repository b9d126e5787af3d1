package app.satchel.phone;

/**
 * What Rust answers. The library registers these when it is loaded; whoever loads it first, the activity or
 * the sync job, makes no difference.
 */
final class Native {
    static {
        System.loadLibrary("main");
    }

    private Native() {}

    /** A fix. Accuracy in metres or NaN, altitude in metres or NaN, speed in metres a second or NaN. */
    static native void fix(double latitude, double longitude, float accuracy, double altitude, float speed,
            boolean satellites, long utcMillis, boolean simulated);

    /** No fix comes: one of the reasons in {@link Places}. */
    static native void noFix(int reason);

    /** How a permission was answered: one of the answers in {@link Permissions}. */
    static native void answered(int request, int answer);

    /** How a question for a finger or a face ended: one of the ends in {@link Biometrics}, and what it opened. */
    static native void known(int request, int end, byte[] secret);

    /** A link or the path of a file that the app was opened with. */
    static native void opened(String what);

    /** Sends and fetches for at most so many seconds. False where nobody is signed in. */
    static native boolean round(int seconds);
}
