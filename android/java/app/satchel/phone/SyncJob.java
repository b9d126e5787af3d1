package app.satchel.phone;

import android.app.job.JobInfo;
import android.app.job.JobParameters;
import android.app.job.JobScheduler;
import android.app.job.JobService;
import android.content.ComponentName;
import android.content.Context;
import android.content.SharedPreferences;
import android.os.Build;

/**
 * Sends and fetches while the app is not on the screen, when the system finds it cheap. The file of a rep opens
 * with the PIN alone: where the process has ended, the job can only say that something waits.
 */
public final class SyncJob extends JobService {
    private static final int ID = 1;
    private static final long EVERY_MILLIS = 15 * 60 * 1000L;
    /** The system ends a job after ten minutes. */
    private static final int SECONDS = 9 * 60;
    private static final long NOTICE_MILLIS = 12 * 60 * 60 * 1000L;

    private static SharedPreferences kept() {
        return Phone.context().getSharedPreferences("sync", Context.MODE_PRIVATE);
    }

    /** Asks the system for the job. Asking again changes nothing. */
    public static void schedule() {
        Context context = Phone.context();
        JobScheduler scheduler = (JobScheduler) context.getSystemService(Context.JOB_SCHEDULER_SERVICE);
        if (scheduler == null || scheduler.getPendingJob(ID) != null) {
            return;
        }
        JobInfo.Builder job = new JobInfo.Builder(ID, new ComponentName(context, SyncJob.class))
                .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
                .setPeriodic(EVERY_MILLIS)
                .setPersisted(true);
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            job.setRequiresBatteryNotLow(true);
        }
        scheduler.schedule(job.build());
    }

    /** What the job says when it can do no more: the sentence, or nothing where nothing waits. */
    public static void whenClosed(String channel, String text) {
        kept().edit().putString("channel", channel).putString("text", text).apply();
        if (text.isEmpty()) {
            Notices.clear();
        }
    }

    @Override
    public boolean onStartJob(JobParameters parameters) {
        new Thread(() -> {
            if (!Native.round(SECONDS)) {
                remind();
            }
            jobFinished(parameters, false);
        }, "satchel-job").start();
        return true;
    }

    /** A round that is cut short goes on at the next one: nothing is lost by it. */
    @Override
    public boolean onStopJob(JobParameters parameters) {
        return true;
    }

    private static void remind() {
        SharedPreferences kept = kept();
        String text = kept.getString("text", "");
        long now = System.currentTimeMillis();
        if (text.isEmpty() || Math.abs(now - kept.getLong("reminded", 0)) < NOTICE_MILLIS) {
            return;
        }
        kept.edit().putLong("reminded", now).apply();
        Notices.waiting(kept.getString("channel", "Satchel"), text);
    }
}
