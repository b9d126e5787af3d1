// The shortest way to a receipt in Arabic: from right to left, with figures that read the right way.
import assert from 'node:assert/strict';
import { newFolder, openPage, removeFolder, startApp } from './app.mjs';
import { BARCODE, PIN } from './rep.mjs';
import { words } from './words.mjs';

const say = words('ar');
const button = (page, key) => page.getByRole('button', { name: say(key) });
const heading = (page, key) => page.getByRole('heading', { name: say(key) });

async function enterPin(page, pin) {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await button(page, 'pin-done').click();
}

/** Nothing stands outside the screen but what scrolls sideways by itself. */
async function fits(page) {
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('.s-screen *')]
      .filter((part) => {
        const box = part.getBoundingClientRect();
        const hidden = box.width < 2 || part.closest('.s-chips, .sr-only, svg');
        return !hidden && (box.right > innerWidth + 1 || box.left < -1);
      })
      .map((part) => `${part.className}: ${part.textContent.slice(0, 40)}`),
  );
  assert.deepEqual(outside, [], 'nothing runs out of the screen');
}

/** Keypads, unlike text, keep their direction. */
async function keysRunLeftToRight(page) {
  const place = async (digit) =>
    (await page.getByRole('button', { name: digit, exact: true }).boundingBox()).x;
  assert.ok((await place('1')) < (await place('3')), '1 stands left of 3');
}

async function opens(page) {
  await button(page, 'welcome-demo').click();
  await heading(page, 'pin-choose').waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
  await keysRunLeftToRight(page);
  await enterPin(page, PIN);
  await heading(page, 'pin-again').waitFor();
  await enterPin(page, PIN);
  await heading(page, 'today-title').waitFor({ timeout: 60_000 });
}

async function findsTheCustomer(page) {
  await button(page, 'today-search').click();
  await page.getByRole('searchbox').pressSequentially('bonf');
  await page.getByRole('listitem').filter({ hasText: 'Mercearia Flor do Bonfim' }).first().click();
  await button(page, 'customer-new-order').click();
  await page.getByRole('searchbox', { name: say('order-add') }).waitFor();
}

/** Scans with nothing focused, as a rep who has just put the phone into a scanner's cradle. */
async function scans(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.type(BARCODE, { delay: 5 });
  await page.keyboard.press('Enter');
  await page.getByText('Pedra Alta Sparkling 1 L').first().waitFor();
}

/** The amount on the action, as it is read: digits run left to right in every language. */
async function due(page) {
  const action = page.getByRole('button', { name: say('order-review') }).or(
    page.locator('footer button').filter({ hasText: /€/ }),
  );
  await action.last().waitFor();
  const figure = (await action.last().innerText()).match(/€\d+\.\d\d/);
  assert.ok(figure, 'the action carries the amount with its sign before it');
  return figure[0];
}

async function places(page, amount) {
  await page.locator('footer button').filter({ hasText: amount }).click();
  const action = page.getByRole('button', { name: say('review-place') });
  await action.waitFor();
  assert.ok((await action.innerText()).includes(amount), 'the review shows the same amount');
  await fits(page);
  await action.click();
  await page.getByText(/VAN3-\d{5}/).first().waitFor();
}

/** The screens around the order, from its confirmation on: way of the day, a task, calendar, printers, templates. */
async function looksAround(page, look) {
  const dock = (key) => page.getByRole('navigation').getByText(say(key)).click();
  const line = (key) => page.getByText(say(key)).last().click();
  const backTo = async (key) => {
    await button(page, 'part-back').first().click();
    await heading(page, key).first().waitFor();
  };
  await button(page, 'placed-today').click();
  await heading(page, 'today-title').waitFor();
  await button(page, 'today-route').click();
  await page.locator('.s-route > li').first().waitFor();
  await look('day-route-ar');
  await backTo('today-title');
  await dock('dock-tasks');
  await page.getByRole('listitem').filter({ hasText: 'Cooler check' }).first().click();
  await page.getByRole('slider').waitFor();
  await look('task-ar');
  await backTo('tasks-title');
  for (const place of ['printers', 'templates', 'scanning']) {
    await dock('dock-more');
    await button(page, 'more-lock').waitFor();
    await line(`${place}-title`);
    await heading(page, `${place}-title`).first().waitFor();
    await look(`${place}-ar`);
    await backTo('dock-more');
  }
  await button(page, 'today-calendar').click();
  await button(page, 'event-new').waitFor();
  await look('calendar-ar');
  await button(page, 'calendar-week').click();
  await page.getByRole('region', { name: say('calendar-hours') }).waitFor();
  await look('calendar-week-ar');
}

/** Walks the way; `look(page, name)` may take pictures. */
export async function arabic(browser, step, { dark = false, look = async () => {} } = {}) {
  const folder = newFolder();
  const app = await startApp(folder, { lang: 'ar' });
  const page = await openPage(browser, app.address, { dark });
  try {
    await step('in Arabic the app opens from right to left', page, () => opens(page));
    await look(page, 'today-ar');
    await fits(page);
    await step('in Arabic a customer is found', page, () => findsTheCustomer(page));
    await step('in Arabic a scanner finds its field by itself', page, () => scans(page));
    const amount = await step('in Arabic the order shows its total', page, () => due(page));
    await look(page, 'order-ar');
    await fits(page);
    await step('in Arabic it is placed', page, () => places(page, amount));
    await look(page, 'placed-ar');
    await fits(page);
    await step('in Arabic the screens around it stand the right way round', page, () =>
      looksAround(page, async (name) => {
        await look(page, name);
        await fits(page);
      }));
  } finally {
    await page.context().close();
    await app.kill();
    removeFolder(folder);
  }
}
