package dev.dioxus.main

import android.content.Intent
import android.content.res.Configuration
import android.os.Bundle
import android.os.Process
import android.webkit.WebView
import app.satchel.phone.Arrivals
import app.satchel.phone.Permissions
import app.satchel.phone.Phone
import app.satchel.phone.Screen
import app.satchel.phone.SyncJob

// wry's generated classes look for it here.
typealias BuildConfig = app.satchel.BuildConfig

/** The one activity: it passes everything on to app.satchel.phone, which is checked without an SDK. */
class MainActivity : WryActivity() {
    private var page: WebView? = null

    // The page knows its way back; the webview's history does not.
    override val handleBackNavigation: Boolean = false

    override fun onCreate(savedInstanceState: Bundle?) {
        Phone.appeared(this)
        // Nothing of the page is kept by the system: what matters is in the app's own file.
        super.onCreate(null)
        Screen.made(this)
        SyncJob.schedule()
        Arrivals.take(intent)
    }

    override fun onWebViewCreate(webView: WebView) {
        page = webView
        Screen.page(webView)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        Arrivals.take(intent)
    }

    override fun onStart() {
        super.onStart()
        Phone.visible(true)
    }

    override fun onStop() {
        Phone.visible(false)
        super.onStop()
    }

    override fun onConfigurationChanged(newConfig: Configuration) {
        super.onConfigurationChanged(newConfig)
        Screen.bars(this)
    }

    override fun onRequestPermissionsResult(requestCode: Int, permissions: Array<String>, grantResults: IntArray) {
        super.onRequestPermissionsResult(requestCode, permissions, grantResults)
        Permissions.answered(requestCode, grantResults)
    }

    @Deprecated("The manifest keeps the app on this way until wry takes the newer one")
    override fun onBackPressed() {
        Screen.back(this, page)
    }

    override fun onDestroy() {
        super.onDestroy()
        // The library's window lives as long as its process. A new activity begins with a new one; drafts,
        // print jobs and outbox are in the file and go on there.
        Process.killProcess(Process.myPid())
    }
}
