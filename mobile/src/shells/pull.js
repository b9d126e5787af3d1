"use strict";
// A root screen pulled down at its top asks the office at once: the screen holds a hidden button for that.
(() => {
  const FAR = 72;
  const mark = document.createElement("div");
  mark.className = "s-pull";
  mark.setAttribute("aria-hidden", "true");
  let pull = null;

  const button = () => document.querySelector("button[data-refresh]");
  const far = () => pull && pull.by >= FAR;
  const draw = () => {
    const by = Math.min(pull.by, FAR * 1.5);
    mark.style.top = `${pull.top + by / 2 - 20}px`;
    mark.style.opacity = String(Math.min(by / FAR, 1));
    mark.style.setProperty("--turn", `${(by / FAR) * 270}deg`);
    mark.classList.toggle("is-far", far());
    if (!mark.isConnected) document.body.append(mark);
  };
  const end = () => {
    pull = null;
    mark.remove();
  };

  document.addEventListener("touchstart", (event) => {
    const body = event.target.closest?.(".s-body");
    const covered = document.querySelector('[role="dialog"][aria-modal="true"]');
    pull = null;
    if (event.touches.length !== 1 || !body || covered || !button()) return;
    // What scrolls inside, such as a list, is at its top too, or the finger means the list.
    for (let part = event.target; part && part !== body; part = part.parentElement) {
      if (part.scrollTop > 0) return;
    }
    if (body.scrollTop > 0) return;
    const { clientX: x, clientY: y } = event.touches[0];
    pull = { x, y, by: 0, top: body.getBoundingClientRect().top };
  }, { passive: true });
  document.addEventListener("touchmove", (event) => {
    if (!pull) return;
    const { clientX: x, clientY: y } = event.touches[0];
    pull.by = y - pull.y;
    // Up, or to a side: a scroll or a swipe.
    if (event.touches.length !== 1 || pull.by < -4 || Math.abs(x - pull.x) > Math.max(24, pull.by)) return end();
    if (pull.by > 8) draw();
  }, { passive: true });
  document.addEventListener("touchend", () => {
    if (far()) button()?.click();
    end();
  }, { passive: true });
  document.addEventListener("touchcancel", end, { passive: true });
})();
