// What a screen reader, a thumb and tired eyes need, on every screen: the rules of axe-core (WCAG 2.2 A and
// AA) in light and dark and mirrored, and something to press that is never smaller than 48 px.
import { readFileSync } from 'node:fs';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a theme and a direction can change; the rest is the same document. */
const LOOKS = ['color-contrast', 'target-size'];
/** The side of a target, in CSS pixels. */
const TARGET = 48;

/** The broken rules, each with the places that break it. */
async function rules(page, only) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(
    ({ only, tags }) => {
      const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
      return globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
    },
    { only, tags: WCAG },
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`),
  );
}

/** What can be pressed and is too small for a thumb. A part may lend its room with the class `s-target`. */
function smallTargets(page) {
  return page.evaluate((least) => {
    const pressed = 'button, a[href], select, input:not([type=hidden]), textarea, summary, [role=button], [role=switch], [role=slider], [role=tab], [role=checkbox], [role=radio], [role=link]';
    const small = [];
    for (const part of document.querySelectorAll(pressed)) {
      const shown = part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!shown || part.closest('.sr-only, [inert], [aria-hidden=true]') || part.matches(':disabled')) continue;
      // A control inside a label is pressed by pressing the label.
      const room = part.closest('label') ?? part;
      const boxes = [room.getBoundingClientRect()];
      // Room that is not painted.
      for (const around of ['::before', '::after']) {
        const style = getComputedStyle(room, around);
        if (style.content !== 'none' && style.position === 'absolute') {
          boxes.push({ width: parseFloat(style.width), height: parseFloat(style.height) });
        }
      }
      const width = Math.max(...boxes.map((box) => box.width || 0));
      const height = Math.max(...boxes.map((box) => box.height || 0));
      if (boxes[0].width < 2 || boxes[0].height < 2) continue;
      if (width < least - 0.5 || height < least - 0.5) {
        const name = part.getAttribute('aria-label') ?? part.textContent.trim().slice(0, 30);
        small.push(`target ${width.toFixed(0)}x${height.toFixed(0)}: ${part.tagName.toLowerCase()} "${name}" .${String(part.className).slice(0, 60)}`);
      }
    }
    return small;
  }, TARGET);
}

async function mirrored(page, work) {
  const turn = () =>
    page.evaluate(() => {
      const root = document.documentElement;
      root.dir = root.dir === 'rtl' ? 'ltr' : 'rtl';
    });
  await turn();
  try {
    return await work();
  } finally {
    await turn();
  }
}

/** Everything wrong with the screen that is shown, a line each. */
export async function faults(page) {
  const found = new Set([...(await rules(page)), ...(await smallTargets(page))]);
  await mirrored(page, async () => {
    for (const fault of await rules(page, LOOKS)) found.add(`mirrored: ${fault}`);
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const fault of await rules(page, LOOKS)) found.add(`dark: ${fault}`);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found];
}

/** A page with a fault of each kind: a check that finds nothing here finds nothing anywhere. */
export async function provesItself(browser) {
  const page = await browser.newPage();
  await page.setContent(`<!DOCTYPE html><html lang="en"><title>Faults</title><main>
    <p style="color: #bbb; background: #fff">Hard to read</p>
    <button style="width: 60px; height: 60px"></button>
    <button style="width: 60px; height: 20px">Low</button></main></html>`);
  const found = (await faults(page)).join('\n');
  await page.close();
  for (const expected of ['color-contrast: <p', 'button-name: <button', 'target 60x20: button "Low"']) {
    if (!found.includes(expected)) throw new Error(`the check does not see: ${expected}\n${found}`);
  }
}
