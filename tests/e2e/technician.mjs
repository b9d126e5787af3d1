// A technician's day: check in, report, time, signature, check out; killed in the middle with the timer running.
// `look(page, name)` is called on each screen that is worth a picture. The browser's shell hands no files to the app:
// photos are tried in shared/app/tests/sync/technicians.rs.
import assert from 'node:assert/strict';
import { newFolder, openPage, removeFolder, startApp } from './app.mjs';
import * as rep from './rep.mjs';

/** 42 minutes after the morning the demo company opens on. */
const LATER = '2026-05-14T10:23:00+01:00';
const TASK = 'Cooler check, spring round';
const CUSTOMER = 'Mercearia Flor do Bonfim';

const button = (page, name) => page.getByRole('button', { name });
const dock = (page, name) => page.getByRole('navigation').getByText(name, { exact: true }).click();

async function beginVisit(page) {
  await button(page, 'Check in').first().click();
  await button(page, 'Check out').first().waitFor();
}

async function endVisit(page) {
  // A press while one screen gives way to the next may meet neither.
  for (let presses = 0; presses < 12 && !(await page.getByRole('navigation').count()); presses += 1) {
    await button(page, 'Back').first().click();
    await page.waitForTimeout(250);
  }
  await dock(page, 'Today');
  await button(page, 'Check out').first().click();
  const sheet = page.getByRole('dialog');
  const ended = page.getByText('Visited').first();
  await sheet.or(ended).first().waitFor();
  if (await sheet.isVisible()) await sheet.getByRole('button', { name: 'Check out' }).click();
  await ended.waitFor();
}

/** The task of the customer, which is at 65 %. */
async function openTask(page) {
  await dock(page, 'Tasks');
  await page.getByRole('listitem').filter({ hasText: TASK }).filter({ hasText: CUSTOMER }).first().click();
  await page.getByRole('heading', { name: TASK }).waitFor();
}

/** One gesture to the place of 80 %, and one key more. */
async function report(page) {
  const slider = page.getByRole('slider', { name: 'Progress' });
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.getByText(/^(79|80|81) %$/).first().waitFor();
  await slider.press('ArrowRight');
  await page.getByText(/^8[012] % done/).first().waitFor();
  const said = await slider.getAttribute('aria-valuetext');
  assert.match(said, /^8[012] %$/, 'those who listen hear the figure');
}

async function tick(page) {
  const item = page.getByRole('checkbox', { name: 'Shelf labels in place' });
  await item.click();
  await page.getByText('4 of 5').waitFor();
}

async function startTimer(page) {
  await button(page, 'Start').click();
  await page.getByText('Running since 09:41').waitFor();
}

async function sign(page) {
  await button(page, 'Sign').click();
  const pad = page.getByRole('img', { name: /sign/i }).last();
  const box = await pad.boundingBox();
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(box.x + 30 + step * 20, box.y + 60 - (step % 2) * 25);
    await page.waitForTimeout(15);
  }
  await page.mouse.up();
  await button(page, 'Keep this signature').click();
  await page.getByText(/signature\.svg/).waitFor();
}

async function complete(page) {
  await button(page, /^Complete task · log 0:42/).click();
  await button(page, 'Take up again').waitFor();
  await page.getByText('completed today').waitFor();
  await page.getByText('0:42', { exact: true }).waitFor();
}

async function preview(page) {
  await button(page, 'More').first().click();
  await button(page, /Task report/).click();
  await page.getByRole('heading', { name: 'Task report' }).waitFor();
  await page.getByText(/Shelf labels|Cooler check/).first().waitFor();
}

/** The whole day, from a phone that has nothing yet. */
export async function technician(browser, step, { dark = false, look = async () => {} } = {}) {
  const folder = newFolder();
  let app = await startApp(folder);
  process.once('exit', () => app.kill());
  let page = await openPage(browser, app.address, { dark });
  const again = async (now) => {
    await app.kill();
    await page.context().close();
    app = await startApp(folder, { now });
    page = await openPage(browser, app.address, { dark });
    await rep.unlock(page);
  };
  try {
    await step('the technician unlocks the demo company', page, () => rep.exploreDemo(page));
    await step('the visit begins', page, () => beginVisit(page));
    await step('a task says where it is and how far', page, () => openTask(page));
    await look(page, 'task');
    await step('progress in one gesture, and by key', page, () => report(page));
    await step('an item is ticked', page, () => tick(page));
    await step('the timer starts', page, () => startTimer(page));
    await step('killed in the middle, the timer runs on', page, () => again(LATER));
    await step('the list shows what runs', page, async () => {
      await dock(page, 'Tasks');
      await page.getByText('0:42:00').waitFor();
    });
    await look(page, 'tasks-timer');
    await openTask(page);
    await step('the customer signs', page, () => sign(page));
    await look(page, 'task-running');
    await step('the task is completed and its time booked', page, () => complete(page));
    await look(page, 'task-completed');
    await step('the report of the task stands to print', page, () => preview(page));
    await look(page, 'task-report');
    await step('the visit ends', page, () => endVisit(page));
  } finally {
    await page.context().close().catch(() => {});
    await app.kill();
    removeFolder(folder);
  }
}
