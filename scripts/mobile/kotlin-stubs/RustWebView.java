package dev.dioxus.main;

/** wry's webview as its activity knows it. */
public class RustWebView extends android.webkit.WebView {
    public RustWebView(android.content.Context context) {
        super(context);
    }
}
