package dev.dioxus.main;

/** wry's log as its activity knows it. */
public final class Logger {
    private Logger() {}

    public static void warn(String message) {}
}
