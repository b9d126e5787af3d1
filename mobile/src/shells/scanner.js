"use strict";
// Handheld scanners act as keyboards. On a screen that sells, which is one with a [data-scanner] in
// it, a burst of keys that no hand types is a code when it ends with Enter, Tab or the suffix that is
// set, and with the prefix at its front where one is set. It goes to that element and nowhere else,
// whatever has the focus. Every other key goes where it was going, a moment later at most.
(() => {
  // The longest time between two keys of a burst, in ms. Slow scanners take 30, quick fingers 60.
  const GAP = 50;
  // A timer that comes so much later than it was due, in ms, says that the page was busy: keys of the burst
  // may be waiting behind it. So often it is set anew.
  const LATE = 20;
  const WAITS = 5;
  // The shortest code. EAN-8 has eight digits, but shops number their own goods.
  const SHORTEST = 4;
  const MODIFIERS = ["Shift", "Control", "Alt", "AltGraph", "CapsLock"];

  const sinkOf = () => [...document.querySelectorAll("[data-scanner]")].at(-1);
  const isText = (element) =>
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && /^(text|search|tel|url|email|password|number)$/.test(element.type));

  // The burst so far: its text, the events held back, and what its first key went into.
  let burst = null;
  let timer = 0;
  let waits = 0;

  // The sign a key stands for; the separator of GS1 codes comes as Ctrl+].
  const signOf = (event) => {
    if (event.ctrlKey && event.key === "]") return "\u001d";
    if (event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState("AltGraph"))) return null;
    return [...event.key].length === 1 ? event.key : null;
  };

  const hold = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // The code in a burst; null where there is none.
  const codeIn = (text, sink) => {
    const prefix = sink.dataset.prefix || "";
    const suffix = sink.dataset.suffix || "";
    if (!text.startsWith(prefix) || !text.endsWith(suffix)) return null;
    const code = text.slice(prefix.length, text.length - suffix.length);
    return code.length >= SHORTEST ? code : null;
  };

  // No code after all: what was held back goes on.
  const release = () => {
    clearTimeout(timer);
    const held = burst ? burst.held : [];
    burst = null;
    for (const { event, sign } of held) {
      const goal = keysGoTo(event.target.isConnected ? event.target : document.body);
      if (document.activeElement !== goal) goal.focus();
      if (isText(goal)) document.execCommand("insertText", false, sign);
      else goal.dispatchEvent(new KeyboardEvent("keydown", event));
    }
  };

  // Ends the burst once no key came for so long.
  const arm = () => {
    clearTimeout(timer);
    const due = performance.now() + GAP;
    timer = setTimeout(() => {
      if (performance.now() - due < LATE || waits >= WAITS) {
        release();
        return;
      }
      waits += 1;
      arm();
    }, GAP);
  };

  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;

  // A code: the field its first key went into is as before, and the screen has the code.
  const settle = (code, sink) => {
    clearTimeout(timer);
    const { field, before } = burst;
    burst = null;
    if (field && field.isConnected && field.value !== before) {
      if (field instanceof HTMLInputElement) setValue.call(field, before);
      else field.value = before;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    setValue.call(sink, code);
    sink.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  window.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.isComposing || MODIFIERS.includes(event.key)) return;
    const sink = sinkOf();
    if (burst && event.timeStamp - burst.at > GAP) release();
    if (!sink || event.repeat) {
      release();
      return;
    }
    const sign = signOf(event);
    if (sign === null) {
      const code = burst && /^(Enter|Tab)$/.test(event.key) ? codeIn(burst.text, sink) : null;
      if (code === null) {
        release();
        return;
      }
      hold(event);
      settle(code, sink);
      return;
    }
    if (burst) {
      hold(event);
      burst.held.push({ event, sign });
    } else {
      // The first sign of what is typed into a field appears at once; anywhere else it waits.
      const goal = keysGoTo(event.target);
      const field = isText(goal) ? goal : null;
      burst = { text: "", held: [], field, before: field ? field.value : "" };
      if (!field) {
        hold(event);
        burst.held.push({ event, sign });
      }
    }
    burst.text += sign;
    burst.at = event.timeStamp;
    waits = 0;
    arm();
    const code = sink.dataset.suffix ? codeIn(burst.text, sink) : null;
    if (code !== null) settle(code, sink);
  }, true);
})();
