"use strict";
// What has to happen in the page itself, because a handler in another process answers too late.

// Forms are answered by their own handlers; the page never leaves.
document.addEventListener("submit", (event) => event.preventDefault(), true);

// Links inside the app are answered by their own handlers. Calls, mail and maps go to the system.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (link && /^[/#]/.test(link.getAttribute("href"))) event.preventDefault();
}, true);

// The dialog on top, if there is one.
const dialogOnTop = () => [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);

// Keys pressed while nothing has the focus belong to the element that asks for them: a pad whose
// key was just switched off, or the field that codes are typed into. While a dialog is open all
// keys are its own, wherever the focus was left.
const keysGoTo = (target) => {
  const dialog = dialogOnTop();
  const astray = dialog ? !dialog.contains(target) : target === document.body;
  return (astray && (dialog ?? document.querySelector("[data-keys]"))) || target;
};

document.addEventListener("keydown", (event) => {
  if (!event.isTrusted || event.key === "Tab") return;
  const place = keysGoTo(event.target);
  if (place === event.target) return;
  place.focus();
  if (place.tagName === "INPUT") return;
  event.stopPropagation();
  place.dispatchEvent(new KeyboardEvent("keydown", event));
}, true);

// A figure that stands ready is typed over.
document.addEventListener("focusin", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.dataset.select) event.target.select();
});

// In a dialog the Tab key goes round: what lies below the scrim is out of reach.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Tab") return;
  const dialog = dialogOnTop();
  if (!dialog) return;
  const stops = [...dialog.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter((stop) => !stop.disabled && stop.getClientRects().length > 0);
  if (stops.length === 0) return;
  const first = stops[0];
  const last = stops[stops.length - 1];
  const here = document.activeElement;
  const outside = !dialog.contains(here);
  if (event.shiftKey ? outside || here === first : outside || here === last) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}, true);

// A dialog gives the focus back to what opened it.
(() => {
  let opener = null;
  const watch = () => new MutationObserver(() => {
    const dialog = dialogOnTop();
    if (dialog && !opener) {
      opener = document.activeElement;
      if (!dialog.contains(opener)) dialog.focus();
    } else if (!dialog && opener) {
      if (opener.isConnected && document.activeElement === document.body) opener.focus();
      opener = null;
    }
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", watch);
})();
