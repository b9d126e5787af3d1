package app.satchel.phone;

import android.app.Application;

/** Gives the other classes their context before any part of the app starts. */
public final class SatchelApplication extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Phone.attach(this);
    }
}
