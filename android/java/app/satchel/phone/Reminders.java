package app.satchel.phone;

import android.app.AlarmManager;
import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.net.Uri;
import android.os.Build;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Tells what was planned at its time, whether or not the app runs. The plan is kept here; one alarm stands for its
 * next time and is set anew after each, after a restart of the phone and after an update of the app. The alarm may
 * come some minutes late while the phone sleeps: an exact one would want a permission of its own.
 */
public final class Reminders extends BroadcastReceiver {
    private static final String CHANNEL = "reminders";
    private static final int REMINDER = 2;
    /** How long after its last moment a reminder is remembered, in case the clock is set back. */
    private static final long KEPT_MILLIS = 2 * 24 * 60 * 60 * 1000L;
    private static final Object LOCK = new Object();

    /** Made by the system. */
    public Reminders() {}

    /** Takes the place of what was planned before: a list of id, at, until, title, text and link. */
    public static void plan(String channel, String plan) {
        synchronized (LOCK) {
            kept().edit().putString("channel", channel).putString("plan", plan).apply();
            look();
        }
    }

    /** The alarm, or the phone or the app has started anew. */
    @Override
    public void onReceive(Context context, Intent intent) {
        synchronized (LOCK) {
            look();
        }
    }

    private static SharedPreferences kept() {
        return Phone.context().getSharedPreferences("reminders", Context.MODE_PRIVATE);
    }

    /** Tells what is due and was not told, and sets the alarm for what comes next. */
    private static void look() {
        SharedPreferences kept = kept();
        long now = System.currentTimeMillis();
        long next = Long.MAX_VALUE;
        JSONObject told = read(kept.getString("told", "{}"));
        try {
            JSONArray plan = new JSONArray(kept.getString("plan", "[]"));
            for (int place = 0; place < plan.length(); place++) {
                JSONObject one = plan.getJSONObject(place);
                if (one.getLong("at") > now) {
                    next = Math.min(next, one.getLong("at"));
                } else if (one.getLong("until") > now && !told.has(one.getString("id")) && tell(kept.getString("channel", "Satchel"), one)) {
                    told.put(one.getString("id"), one.getLong("until"));
                }
            }
        } catch (JSONException foreign) {
            // A plan of another version of the app; the next one is understood.
            kept.edit().remove("plan").apply();
        }
        forget(told, now - KEPT_MILLIS);
        kept.edit().putString("told", told.toString()).apply();
        wake(next);
    }

    private static JSONObject read(String text) {
        try {
            return new JSONObject(text);
        } catch (JSONException foreign) {
            return new JSONObject();
        }
    }

    private static void forget(JSONObject told, long before) {
        List<String> over = new ArrayList<>();
        for (Iterator<String> ids = told.keys(); ids.hasNext();) {
            String id = ids.next();
            if (told.optLong(id) < before) {
                over.add(id);
            }
        }
        for (String id : over) {
            told.remove(id);
        }
    }

    private static void wake(long at) {
        Context context = Phone.context();
        AlarmManager alarms = (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
        if (alarms == null) {
            return;
        }
        PendingIntent alarm = PendingIntent.getBroadcast(context, 0, new Intent(context, Reminders.class),
                PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
        if (at == Long.MAX_VALUE) {
            alarms.cancel(alarm);
        } else {
            alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, alarm);
        }
    }

    /** False where the owner of the phone wants no notifications now. */
    @SuppressWarnings("deprecation")
    private static boolean tell(String channel, JSONObject one) throws JSONException {
        Context context = Phone.context();
        NotificationManager manager = (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
        Intent launch = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
        if (manager == null || launch == null || !manager.areNotificationsEnabled()) {
            return false;
        }
        Notification.Builder notice;
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            manager.createNotificationChannel(new NotificationChannel(CHANNEL, channel, NotificationManager.IMPORTANCE_HIGH));
            notice = new Notification.Builder(context, CHANNEL);
        } else {
            notice = new Notification.Builder(context).setPriority(Notification.PRIORITY_HIGH)
                    .setDefaults(Notification.DEFAULT_ALL);
        }
        // The link makes each tap another one; Arrivals takes it.
        Intent open = new Intent(Intent.ACTION_VIEW, Uri.parse(one.getString("link"))).setComponent(launch.getComponent());
        PendingIntent tap = PendingIntent.getActivity(context, 0, open.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK),
                PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
        int icon = context.getResources().getIdentifier("ic_notice", "drawable", context.getPackageName());
        manager.notify(one.getString("id"), REMINDER, notice.setSmallIcon(icon).setContentTitle(one.getString("title"))
                .setContentText(one.getString("text")).setContentIntent(tap).setAutoCancel(true)
                .setCategory(Notification.CATEGORY_REMINDER).setWhen(one.getLong("at")).setShowWhen(true)
                .setVisibility(Notification.VISIBILITY_PRIVATE).build());
        return true;
    }
}
