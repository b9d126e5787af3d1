package app.satchel.phone;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.os.Looper;
import java.util.List;

/** Follows the phone's position while the app is on the screen. */
public final class Places implements LocationListener {
    /** Why no fix comes. */
    static final int DENIED = 0;
    static final int SWITCHED_OFF = 1;
    static final int NO_RECEIVER = 2;

    /** Android 12 and later mix what they know under this name. */
    private static final String FUSED = "fused";
    private static final long EVERY_MILLIS = 5_000;
    private static final float METRES = 5;

    private static final Places PLACES = new Places();

    private boolean wanted;
    private boolean visible;
    private boolean following;

    private Places() {}

    /** Begins to follow, now or when the permission is there. */
    public static void follow() {
        Phone.onMain(() -> {
            PLACES.wanted = true;
            PLACES.look();
        });
    }

    static void visible(boolean visible) {
        Phone.onMain(() -> {
            PLACES.visible = visible;
            PLACES.look();
        });
    }

    private static LocationManager manager() {
        return (LocationManager) Phone.context().getSystemService(Context.LOCATION_SERVICE);
    }

    private static boolean granted(String name) {
        return Phone.context().checkSelfPermission(name) == PackageManager.PERMISSION_GRANTED;
    }

    /** Starts or stops as it should be. On the main thread. */
    private void look() {
        LocationManager manager = manager();
        if (manager == null) {
            Native.noFix(NO_RECEIVER);
            return;
        }
        boolean fine = granted(Manifest.permission.ACCESS_FINE_LOCATION);
        if (!fine && !granted(Manifest.permission.ACCESS_COARSE_LOCATION)) {
            following = false;
            if (wanted) {
                Native.noFix(DENIED);
            }
            return;
        }
        if (!wanted || !visible) {
            manager.removeUpdates(this);
            following = false;
        } else if (!following) {
            start(manager, fine);
        }
    }

    private void start(LocationManager manager, boolean fine) {
        List<String> all = manager.getAllProviders();
        boolean any = false;
        try {
            for (String provider : new String[] {FUSED, LocationManager.GPS_PROVIDER, LocationManager.NETWORK_PROVIDER}) {
                if (!all.contains(provider) || (provider.equals(LocationManager.GPS_PROVIDER) && !fine)) {
                    continue;
                }
                any = true;
                Location last = manager.getLastKnownLocation(provider);
                if (last != null) {
                    onLocationChanged(last);
                }
                manager.requestLocationUpdates(provider, EVERY_MILLIS, METRES, this, Looper.getMainLooper());
            }
        } catch (SecurityException taken) {
            // Taken away in the settings this moment.
            Native.noFix(DENIED);
            return;
        }
        following = any;
        if (!any) {
            Native.noFix(NO_RECEIVER);
        } else {
            tellIfOff();
        }
    }

    private void tellIfOff() {
        LocationManager manager = manager();
        for (String provider : manager.getProviders(true)) {
            if (!provider.equals(LocationManager.PASSIVE_PROVIDER)) {
                return;
            }
        }
        Native.noFix(SWITCHED_OFF);
    }

    // isMock is its successor from Android 12 on and tells the same.
    @SuppressWarnings("deprecation")
    @Override
    public void onLocationChanged(Location at) {
        Native.fix(
                at.getLatitude(),
                at.getLongitude(),
                at.hasAccuracy() ? at.getAccuracy() : Float.NaN,
                at.hasAltitude() ? at.getAltitude() : Double.NaN,
                at.hasSpeed() ? at.getSpeed() : Float.NaN,
                LocationManager.GPS_PROVIDER.equals(at.getProvider()),
                at.getTime(),
                at.isFromMockProvider());
    }

    @Override
    public void onProviderDisabled(String provider) {
        tellIfOff();
    }

    @Override
    public void onProviderEnabled(String provider) {}

    // Abstract before Android 10: without it those phones break down.
    @Override
    @SuppressWarnings("deprecation")
    public void onStatusChanged(String provider, int status, Bundle extras) {}
}
