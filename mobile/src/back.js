// Tells when the app comes to the front again and when the phone finds a network.
const first = !window.satchelBack;
window.satchelBack = () => dioxus.send(true);
if (first) {
  const back = () => window.satchelBack();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") back();
  });
  window.addEventListener("online", back);
  // From one network to another there is no moment without any; not every webview knows of it.
  navigator.connection?.addEventListener?.("change", () => {
    if (navigator.onLine) back();
  });
}
// The answers go on as long as this does.
await new Promise(() => {});
