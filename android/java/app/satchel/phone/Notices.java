package app.satchel.phone;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.os.Build;

/** Notices outside the app. */
public final class Notices {
    private static final String CHANNEL = "sync";
    private static final int WAITING = 1;

    private Notices() {}

    private static NotificationManager manager() {
        return (NotificationManager) Phone.context().getSystemService(Context.NOTIFICATION_SERVICE);
    }

    /** Says that something waits on this phone, in place of an earlier one. Channel name and text are in the rep's language. */
    @SuppressWarnings("deprecation")
    public static void waiting(String channel, String text) {
        Context context = Phone.context();
        NotificationManager manager = manager();
        Intent open = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
        if (manager == null || open == null) {
            return;
        }
        Notification.Builder notice;
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            manager.createNotificationChannel(new NotificationChannel(CHANNEL, channel, NotificationManager.IMPORTANCE_LOW));
            notice = new Notification.Builder(context, CHANNEL);
        } else {
            notice = new Notification.Builder(context).setPriority(Notification.PRIORITY_LOW);
        }
        int icon = context.getResources().getIdentifier("ic_notice", "drawable", context.getPackageName());
        PendingIntent tap = PendingIntent.getActivity(context, 0, open, PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
        manager.notify(WAITING, notice.setSmallIcon(icon).setContentTitle("Satchel").setContentText(text)
                .setStyle(new Notification.BigTextStyle().bigText(text)).setContentIntent(tap).setAutoCancel(true)
                .setVisibility(Notification.VISIBILITY_PRIVATE).build());
    }

    /** Takes it away. */
    public static void clear() {
        NotificationManager manager = manager();
        if (manager != null) {
            manager.cancel(WAITING);
        }
    }
}
