// What a phone has beside the page: its back key, a finger from the edge, and a keyboard that takes half the screen.
import assert from 'node:assert/strict';
import { newFolder, openPage, removeFolder, startApp } from './app.mjs';
import * as rep from './rep.mjs';

const button = (page, name) => page.getByRole('button', { name });
const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const dock = (page, name) => page.getByRole('navigation').getByText(name, { exact: true }).click();

/** What Android's back key does; false where the app steps aside. */
const press = (page) => page.evaluate(() => window.satchelBackKey());

/** The key leads to what `shown` finds. */
async function leads(page, shown) {
  assert.equal(await press(page), true, 'there is a way back');
  await shown.first().waitFor();
}

/** A screen whose own way back a phone cannot press; `name` is what the walk through all screens calls it. */
export function withoutWayBack(page, name) {
  // Nothing is behind these.
  if (/^(welcome|today|unlock|pin-wait|salvaged|trouble)(-|$)/.test(name)) return [];
  return page.evaluate(() => {
    if (document.querySelector('[role="dialog"][aria-modal="true"], [data-back], [data-home]')) return [];
    return ['back: the phone’s back key leaves the app'];
  });
}

async function outside(page) {
  await button(page, /Look around first/).waitFor();
  assert.equal(await press(page), false, 'nothing is behind the welcome');
  await button(page, /Look around first/).click();
  await heading(page, 'Choose a PIN').waitFor();
  await leads(page, button(page, /Look around first/));
}

async function places(page) {
  const today = heading(page, 'Today');
  assert.equal(await press(page), false, 'Today is where the app is left');
  for (const place of ['Orders', 'Scan', 'Tasks', 'More']) {
    await dock(page, place);
    await page.getByRole('navigation').locator('[aria-current=page]').filter({ hasText: place }).waitFor();
    await leads(page, today);
  }
}

/** Pages below pages, one with a button of its own in place of a head, one of steps. */
async function pages(page) {
  const more = page.getByRole('navigation').locator('[aria-current=page]').filter({ hasText: 'More' });
  const list = heading(page, 'Receipt templates');
  await dock(page, 'More');
  await page.getByText('Receipt templates', { exact: true }).click();
  await list.waitFor();
  await button(page, /Receipt of an order/).click();
  await page.getByRole('textbox').waitFor();
  await leads(page, list);
  await leads(page, more);
  await page.getByText('Calendar', { exact: true }).click();
  await button(page, 'New entry').click();
  await page.getByRole('textbox', { name: 'What it is about' }).waitFor();
  await leads(page, button(page, 'New entry'));
  await leads(page, more);
  await page.getByText('Team', { exact: true }).click();
  await page.locator('#team-map[data-drawn]').waitFor({ timeout: 30_000 });
  await leads(page, more);
  await page.getByText('Change the PIN', { exact: true }).click();
  await page.getByRole('group', { name: 'PIN pad' }).waitFor();
  await leads(page, more);
  await leads(page, heading(page, 'Today'));
}

/** The line with its stepper, whose figure opens the keypad. */
async function openLine(page) {
  const figure = button(page, /open the keypad|Type a quantity/).first();
  if (!(await figure.count())) await page.getByText('Pedra Alta Sparkling 1 L').first().click();
  await figure.waitFor();
}

/** An order and its sheets: the key closes what is on top, and never two things at once. */
async function order(page) {
  const sheet = page.getByRole('dialog');
  const written = page.getByText('safe on this phone');
  await rep.findCustomer(page, 'bonf', 'Mercearia Flor do Bonfim');
  await rep.startOrder(page);
  await rep.scan(page, rep.BARCODE);
  await openLine(page);
  for (const opens of [/open the keypad|Type a quantity/, /^Why this total/, /^Note/]) {
    await button(page, opens).first().click();
    await sheet.waitFor();
    await leads(page, written);
    await sheet.waitFor({ state: 'hidden' });
    await rep.addField(page).waitFor();
  }
  await button(page, /^Review order/).click();
  await button(page, /^Place order/).waitFor();
  await leads(page, written);
  await leads(page, button(page, 'Go on with the draft'));
  await leads(page, heading(page, 'Customers'));
  await leads(page, heading(page, 'Today'));
}

/** What was placed is behind the rep: the key leads to Today, not into the review of an order that is gone. */
async function placed(page) {
  await rep.openDraft(page, 'Mercearia Flor do Bonfim');
  await rep.place(page, await rep.total(page));
  await leads(page, heading(page, 'Today'));
  assert.equal(await page.getByText(/Draft · \d/).count(), 0);
}

/** The field stands on the screen and nothing lies over it. */
const free = (page, field) =>
  page.waitForFunction((id) => {
    const field = document.getElementById(id);
    const box = field.getBoundingClientRect();
    const left = window.visualViewport.height;
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.top >= 0 && box.bottom <= left && over === field;
  }, field);

/** The last field of a long form, first with a page that the keyboard makes lower, then with one it lies over. */
async function keyboard(page) {
  const lower = { width: 390, height: 430 };
  const whole = page.viewportSize();
  await button(page, 'Find a customer').click();
  await button(page, /^New( customer)?$/).click();
  await page.locator('#customer_name').waitFor();
  await page.locator('#tax_id').focus();
  await page.setViewportSize(lower);
  await free(page, 'tax_id');
  await page.setViewportSize(whole);
  await page.locator('#customer_name').focus();
  await page.evaluate(() => document.querySelector('.s-body').scrollTo(0, 0));
  const typed = page.locator('#email_id');
  await typed.focus();
  await page.evaluate(() => document.querySelector('.s-body').scrollTo(0, 0));
  const cover = (height) =>
    page.evaluate((height) => {
      const view = window.visualViewport;
      if (height) Object.defineProperty(view, 'height', { configurable: true, get: () => height });
      else delete view.height;
      view.dispatchEvent(new Event('resize'));
      return document.querySelector('.s-screen').getBoundingClientRect().bottom;
    }, height);
  assert.equal(await cover(lower.height), lower.height, 'the screen ends where the keyboard begins');
  await free(page, 'email_id');
  await typed.fill('loja@example.com');
  assert.equal(await cover(0), whole.height, 'without the keyboard it is whole again');
  await button(page, 'Back').click();
}

/** Figures are typed on a pad of figures: the sheet's own, which keeps the phone's keyboard away, or the phone's. */
async function pads(page) {
  await rep.openDraft(page, 'Mercearia Flor do Bonfim');
  await openLine(page);
  await button(page, /open the keypad|Type a quantity/).first().click();
  const sheet = page.getByRole('dialog');
  assert.equal(await sheet.locator('input').getAttribute('inputmode'), 'none');
  assert.equal(await sheet.getByRole('button', { name: /^\d$/ }).count(), 10);
  await leads(page, page.getByText('safe on this phone'));
  await sheet.waitFor({ state: 'hidden' });
  await leads(page, heading(page, 'Today'));
}

/** A finger over the screen, from one point to another. */
async function swipe(page, from, to) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, [x, y]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
  await send('touchStart', from);
  for (let step = 1; step <= 6; step += 1) {
    await send('touchMove', from.map((start, axis) => start + ((to[axis] - start) * step) / 6));
  }
  await send('touchEnd', []);
  await touch.detach();
}

/** From the edge that reading begins at a finger goes back; elsewhere it does not. */
async function edge(page) {
  const customers = heading(page, 'Customers');
  const open = async () => {
    await button(page, 'Find a customer').click();
    await customers.waitFor();
  };
  const direction = (dir) => page.evaluate((dir) => (document.documentElement.dir = dir), dir);
  // Chromium has a swipe of its own that leaves the page; a phone's webview has it switched off.
  await page.addStyleTag({ content: '* { touch-action: pan-y !important }' });
  await open();
  for (const [from, to] of [[[150, 400], [330, 400]], [[6, 300], [60, 300]], [[6, 200], [120, 290]]]) {
    await swipe(page, from, to);
    // What it has scrolled comes to rest.
    await page.waitForTimeout(400);
    assert.ok(await customers.isVisible(), `${from} to ${to} is no way back`);
  }
  await swipe(page, [6, 400], [200, 410]);
  await heading(page, 'Today').waitFor();
  await open();
  await direction('rtl');
  await swipe(page, [6, 400], [200, 410]);
  await page.waitForTimeout(150);
  assert.ok(await customers.isVisible(), 'reading begins at the other edge');
  await swipe(page, [384, 400], [190, 410]);
  await heading(page, 'Today').waitFor();
  await direction('ltr');
  await dock(page, 'Orders');
  await page.getByRole('navigation').locator('[aria-current=page]').filter({ hasText: 'Orders' }).waitFor();
  await swipe(page, [6, 400], [200, 410]);
  await page.waitForTimeout(150);
  assert.ok(await page.getByRole('navigation').locator('[aria-current=page]').filter({ hasText: 'Orders' }).isVisible());
}

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

/** All of it, on a phone that has nothing yet. */
export async function phone(browser, step) {
  const folder = newFolder();
  const app = await startApp(folder);
  process.once('exit', () => app.kill());
  let page = await openPage(browser, app.address);
  try {
    await step('the back key outside a profile', page, () => outside(page));
    await rep.exploreDemo(page);
    await step('the back key on the places of the dock', page, () => places(page));
    await step('the back key on pages', page, () => pages(page));
    await step('the back key closes sheets before it goes back', page, () => order(page));
    await step('quantities have a pad of figures', page, () => pads(page));
    await step('the back key after placing', page, () => placed(page));
    await step('the keyboard hides no field', page, () => keyboard(page));
    await page.context().close();
    page = await openPage(browser, app.address, { userAgent: IPHONE });
    await rep.unlock(page);
    await step('on an iPhone a finger from the edge goes back', page, () => edge(page));
  } finally {
    await page.context().close();
    await app.kill();
    removeFolder(folder);
  }
}
