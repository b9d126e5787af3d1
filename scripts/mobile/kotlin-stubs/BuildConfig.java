package app.satchel;

/** What Gradle generates of the build. */
public final class BuildConfig {
    private BuildConfig() {}

    public static final boolean DEBUG = false;
}
