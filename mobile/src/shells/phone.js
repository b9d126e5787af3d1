"use strict";
// The ways back that a phone has beside the button on the screen. Each is true where there was one to go.
(() => {
  const back = () => {
    const dialog = dialogOnTop();
    if (dialog) {
      const keys = { key: "Escape", code: "Escape", bubbles: true, cancelable: true };
      dialog.dispatchEvent(new KeyboardEvent("keydown", keys));
      return true;
    }
    return press("[data-back]");
  };
  const press = (mark) => {
    const button = document.querySelector(mark);
    button?.click();
    return Boolean(button);
  };

  // Android's key: out of a sheet, back, from another place of the dock to Today. Where none of these is, the
  // activity steps aside.
  window.satchelBackKey = () => back() || press("[data-home]");

  // A finger from the edge goes back, as iOS has it. Android's own gesture comes as its back key.
  if (!/iPhone|iPad/.test(navigator.userAgent)) return;
  let start = null;
  const rtl = () => document.documentElement.dir === "rtl";
  document.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    const inward = rtl() ? window.innerWidth - touch.clientX : touch.clientX;
    start = event.touches.length === 1 && inward < 24 ? touch : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const touch = event.changedTouches[0];
    if (!start || event.touches.length > 0) return;
    const across = (touch.clientX - start.clientX) * (rtl() ? -1 : 1);
    const along = Math.abs(touch.clientY - start.clientY);
    start = null;
    if (across > 80 && along < across / 2) back();
  }, { passive: true });
})();
