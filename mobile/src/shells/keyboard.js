"use strict";
// The phone's keyboard hides nothing that is typed into. Android makes the page lower; iOS lays the keyboard over
// it, so there the screen is made as high as what is left.
(() => {
  const view = window.visualViewport;
  if (!view) return;
  // No keyboard is lower; bars that come and go are.
  const LOWEST = 80;
  const FIELD = "input, textarea, select, [contenteditable]";

  const settle = () => {
    const root = document.documentElement;
    // A page that is zoomed into shows less of itself too.
    const covered = view.scale < 1.01 && view.height < window.innerHeight - LOWEST;
    if (covered) {
      root.style.setProperty("--left-block", `${view.height}px`);
      // iOS has moved the page up, whose lower part is gone now.
      window.scrollTo(0, 0);
    } else {
      root.style.removeProperty("--left-block");
    }
    const field = document.activeElement;
    if (field?.matches(FIELD)) (field.closest(".s-field") ?? field).scrollIntoView({ block: "nearest" });
  };
  view.addEventListener("resize", settle);
  window.addEventListener("resize", settle);
})();
