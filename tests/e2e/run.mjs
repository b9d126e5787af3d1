// A rep's day in headless Chromium: an order taken by tapping, placed, found again after the app was
// killed; then the way to the office and back. SCREENS=DIR also writes a picture of every screen, light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newFolder, openPage, removeFolder, startApp, within } from './app.mjs';
import * as rep from './rep.mjs';
import { arabic } from './arabic.mjs';
import { phone } from './phone.mjs';
import { photos } from './photos.mjs';
import { accessible, pictures } from './pictures.mjs';
import { scan } from './scan.mjs';
import { supervisor } from './supervisor.mjs';
import { sync } from './sync.mjs';
import { technician } from './technician.mjs';

// Each app and site that is started ends with this process.
process.setMaxListeners(64);

const out = process.env.SCREENS;
if (out) mkdirSync(out, { recursive: true });

let passed = 0;
let failed = 0;

/** What is being done, for whoever stops the run from outside. */
let now = 'starting';
process.once('SIGTERM', () => {
  console.error(`stopped during: ${now}`);
  process.exit(143);
});

/** Runs one named step of the day; the first failure keeps a picture and ends the run. */
async function step(name, page, work, minutes = 5) {
  now = name;
  try {
    const answer = await within(minutes, () => name, work);
    if (page?.problems.length) throw new Error(`the page complained: ${page.problems.join(' | ')}`);
    passed += 1;
    console.log(`ok   ${name}`);
    return answer;
  } catch (error) {
    failed += 1;
    console.error(`FAIL ${name}\n${error.stack ?? error}`);
    const picture = join(process.env.TMPDIR ?? '/tmp', 'satchel-e2e-failure.png');
    await page?.screenshot({ path: picture }).catch(() => {});
    console.error(`picture: ${picture}`);
    throw error;
  }
}

async function day(browser, folder) {
  let app = await startApp(folder);
  process.once('exit', () => app.kill());
  let page = await openPage(browser, app.address);

  await step('the demo company opens behind a new PIN', page, () => rep.exploreDemo(page));
  await step('a pull at the top asks the office', page, () => rep.pullDown(page));
  await step('a customer is found by a few letters', page, () => rep.findCustomer(page, 'bonf', 'Mercearia Flor do Bonfim'));
  await step('an order is started', page, () => rep.startOrder(page));
  await step('a barcode adds its item', page, () => rep.scan(page, rep.BARCODE));
  await step('an item is found by name and added', page, () => rep.addByName(page, 'espresso'));
  await step('the stepper counts and the total follows', page, () => rep.countUp(page));
  await step('what a rep mistypes is said and nothing is lost', page, () => rep.mistype(page));
  await step('the price explains itself', page, () => rep.askWhy(page));
  await step('a note is kept', page, () => rep.writeNote(page, 'Leave at the back door'));
  const due = await step('the order shows its total', page, () => rep.total(page));

  await step('killed in the middle, the draft is there as it was', page, async () => {
    await app.kill();
    await page.context().close();
    app = await startApp(folder);
    page = await openPage(browser, app.address);
    await rep.unlock(page, '0000', { wrong: true });
    await rep.unlock(page);
    await rep.openDraft(page, 'Mercearia Flor do Bonfim');
    const again = await rep.total(page);
    if (again !== due) throw new Error(`${again} after the kill, ${due} before`);
  });
  const number = await step('it is reviewed, signed and placed', page, () => rep.place(page, due));
  if (number !== 'VAN3-00042') throw new Error(`the first receipt is ${number}`);

  await step('killed again, the placed order is there once', page, async () => {
    await app.kill();
    await page.context().close();
    app = await startApp(folder);
    page = await openPage(browser, app.address);
    await rep.unlock(page);
    await rep.findOrder(page, number, due);
  });
  await step('it is taken back with a reason', page, () => rep.withdraw(page, 'Ordered twice by mistake'));
  await step('back goes back and never out', page, () => rep.backToToday(page));
  await page.context().close();
  await app.kill();
}

const browser = await launchBrowser();
const folder = newFolder();
try {
  await day(browser, folder);
  await arabic(browser, step);
  await phone(browser, step);
  await scan(step);
  await sync(browser, step);
  await technician(browser, step);
  await supervisor(browser, step);
  await photos(browser, step);
  await step('every screen serves those who see, hear or reach less', null, () => accessible(), 12);
  if (out) passed += await pictures(browser, out);
} catch (error) {
  if (failed === 0) {
    failed += 1;
    console.error(error.stack ?? error);
  }
} finally {
  await browser.close();
  removeFolder(folder);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
