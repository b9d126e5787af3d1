// From a dead process to Today, and the memory it takes, on a profile with 100,000 items: release build,
// browser shell. Prints figures, judges none.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newFolder, openPage, removeFolder, startApp, target } from './app.mjs';
import * as rep from './rep.mjs';

const RUNS = 7;
const now = () => performance.now();

/** MB of a process, by the name of a line of its status. */
function memory(pid, line) {
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${line}:\\s+(\\d+) kB`));
  return found ? Number(found[1]) / 1000 : NaN;
}

async function start(browser, folder) {
  const began = now();
  const app = await startApp(folder, { now: null, profile: 'release' });
  const listening = now() - began;
  const page = await openPage(browser, app.address);
  await page.getByRole('group', { name: 'PIN pad' }).waitFor();
  const asked = now() - began;
  await page.evaluate(() => {
    const today = () => [...document.querySelectorAll('h1,h2')].some((h) => h.innerText === 'Today');
    const seen = () => (today() ? (window.todayAt = Date.now()) : requestAnimationFrame(seen));
    requestAnimationFrame(seen);
    addEventListener('click', () => (window.tappedAt = Date.now()), true);
  });
  await rep.enterPin(page, rep.PIN);
  await page.waitForFunction(() => window.todayAt);
  const unlocked = await page.evaluate(() => window.todayAt - window.tappedAt);
  return { app, page, figures: { listening, asked, unlocked } };
}

/** Types two words into the catalogue, letter by letter, again and again, and goes down the list. */
async function useCatalogue(page) {
  await page.getByRole('navigation').getByText('More', { exact: true }).click();
  await page.getByText('Catalogue', { exact: true }).click();
  const search = page.getByRole('searchbox');
  for (const words of ['coffee', 'dark chocolate', 'm', 'paper bag', 'olive', '']) {
    await search.fill('');
    await search.pressSequentially(words, { delay: 30 });
    await page.getByRole('listitem').first().waitFor();
    for (let down = 0; down < 20; down += 1) {
      await page.mouse.wheel(0, 2000);
      await page.waitForTimeout(60);
    }
  }
}

const folder = newFolder();
const browser = await launchBrowser();
try {
  execFileSync(join(target, 'release', 'large-profile'), [folder]);
  const runs = [];
  let last;
  for (let run = 0; run < RUNS; run += 1) {
    last = await start(browser, folder);
    runs.push(last.figures);
    if (run + 1 < RUNS) {
      await last.page.context().close();
      await last.app.kill();
    }
  }
  for (const name of Object.keys(runs[0])) {
    const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
    console.log(`${name}: median ${sorted[RUNS >> 1].toFixed(0)} ms, all ${sorted.map((ms) => ms.toFixed(0)).join(' ')}`);
  }
  const { app, page } = last;
  console.log(`on Today: ${memory(app.pid, 'VmRSS').toFixed(0)} MB`);
  await useCatalogue(page);
  console.log(`catalogue in use: ${memory(app.pid, 'VmRSS').toFixed(0)} MB, at most ${memory(app.pid, 'VmHWM').toFixed(0)} MB`);
  await app.kill();
} finally {
  await browser.close();
  removeFolder(folder);
}
