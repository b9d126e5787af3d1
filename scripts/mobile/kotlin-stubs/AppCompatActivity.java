package androidx.appcompat.app;

/** As far as Satchel's activity and wry's know it. */
public class AppCompatActivity extends android.app.Activity {}
