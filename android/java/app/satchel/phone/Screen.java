package app.satchel.phone;

import android.app.Activity;
import android.content.res.Configuration;
import android.graphics.Color;
import android.os.Build;
import android.view.View;
import android.view.Window;
import android.view.WindowInsets;
import android.webkit.WebView;

/** The window around the page: edges, keyboard, the back key. */
public final class Screen {
    /** True where the page went back itself. */
    private static final String BACK = "Boolean(window.satchelBackKey && window.satchelBackKey())";

    private Screen() {}

    /** After the activity was made: the page reaches from edge to edge, its content stays clear of bars and keyboard. */
    @SuppressWarnings("deprecation")
    public static void made(Activity activity) {
        Window window = activity.getWindow();
        window.setStatusBarColor(Color.TRANSPARENT);
        window.setNavigationBarColor(Color.TRANSPARENT);
        bars(activity);
        View content = activity.findViewById(android.R.id.content);
        content.setOnApplyWindowInsetsListener((view, insets) -> {
            pad(view, insets);
            return insets.consumeSystemWindowInsets();
        });
    }

    /** The page grows as a whole with the system's text size ({@link Phone#fontPercent}); the webview adds nothing to it. */
    public static void page(WebView page) {
        page.getSettings().setTextZoom(100);
    }

    /** These insets hold the keyboard too, as the manifest asks for adjustResize. */
    @SuppressWarnings("deprecation")
    private static void pad(View view, WindowInsets insets) {
        view.setPadding(insets.getSystemWindowInsetLeft(), insets.getSystemWindowInsetTop(),
                insets.getSystemWindowInsetRight(), insets.getSystemWindowInsetBottom());
    }

    /** Dark marks on light bars, or the other way round. Called again when the phone changes its theme. */
    @SuppressWarnings("deprecation")
    public static void bars(Activity activity) {
        int night = activity.getResources().getConfiguration().uiMode & Configuration.UI_MODE_NIGHT_MASK;
        int flags = View.SYSTEM_UI_FLAG_LAYOUT_STABLE | View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN
                | View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION;
        if (night != Configuration.UI_MODE_NIGHT_YES) {
            flags |= View.SYSTEM_UI_FLAG_LIGHT_STATUS_BAR;
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
                flags |= View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR;
            }
        }
        activity.getWindow().getDecorView().setSystemUiVisibility(flags);
    }

    /** The back key goes back in the app; where there is no way back the app steps aside and stays as it is. */
    public static void back(Activity activity, WebView page) {
        if (page == null) {
            activity.moveTaskToBack(true);
            return;
        }
        page.evaluateJavascript(BACK, went -> {
            if (!"true".equals(went)) {
                activity.moveTaskToBack(true);
            }
        });
    }
}
