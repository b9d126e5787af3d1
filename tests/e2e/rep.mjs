// What a rep does, by the names a screen reader would hear.
import assert from 'node:assert/strict';

export const PIN = '2580';

/** The case of Pedra Alta Sparkling 1 L. */
export const BARCODE = '5601420501006';

const button = (page, name) => page.getByRole('button', { name });

export async function enterPin(page, pin) {
  for (const digit of pin) await button(page, new RegExp(`^${digit}$`)).click();
  const done = button(page, 'Done');
  if (await done.count()) await done.click();
}

/** Text of what is due, on the primary action of the order. */
export async function total(page) {
  const action = page.getByRole('button', { name: /^Review order/ });
  await action.waitFor();
  const figure = (await action.innerText()).match(/[^\s\d]?\d[\d.,]*/);
  assert.ok(figure, 'the action carries the total');
  return figure[0];
}

export async function exploreDemo(page) {
  await button(page, /Look around first/).click();
  await page.getByRole('heading', { name: 'Choose a PIN' }).waitFor();
  await enterPin(page, PIN);
  await page.getByRole('heading', { name: 'Type it once more' }).waitFor();
  await enterPin(page, PIN);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 60_000 });
}

export async function unlock(page, pin = PIN, { wrong = false } = {}) {
  await page.getByRole('group', { name: 'PIN pad' }).waitFor();
  await enterPin(page, pin);
  if (wrong) {
    await page.getByText('That PIN is wrong').waitFor();
  } else {
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor({ timeout: 30_000 });
  }
}

export async function findCustomer(page, typed, name) {
  await button(page, 'Find a customer').click();
  await page.getByRole('searchbox').pressSequentially(typed);
  await page.getByRole('listitem').filter({ hasText: name }).first().click();
  await page.getByRole('heading', { name }).waitFor();
}

export async function startOrder(page) {
  await button(page, /^New order/).click();
  await page.getByText('safe on this phone').waitFor();
}

export const addField = (page) =>
  page.getByRole('searchbox', { name: 'Add an item by name, code or barcode' });

/** As a hardware scanner does: a burst of keys and Enter. */
export async function scan(page, code) {
  await addField(page).click();
  await page.keyboard.type(code, { delay: 1 });
  await page.keyboard.press('Enter');
  await page.getByText('Pedra Alta Sparkling 1 L').first().waitFor();
  // The field is ready for the next code.
  await page.waitForFunction(
    () => [...document.querySelectorAll('input[type=search]')].every((field) => field.value === ''),
  );
}

/** As a handheld scanner does: keys faster than any hand and Enter, whatever has the focus. */
export async function burst(page, code) {
  const keys = await page.context().newCDPSession(page);
  const send = (type, key, more) => keys.send('Input.dispatchKeyEvent', { type, key, ...more });
  const sent = [...code].flatMap((sign) => [send('keyDown', sign, { text: sign }), send('keyUp', sign)]);
  sent.push(send('keyDown', 'Enter', { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }), send('keyUp', 'Enter'));
  await Promise.all(sent);
  await keys.detach();
}

export async function addByName(page, text, look = async () => {}) {
  await addField(page).fill(text);
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find an item by name, code or barcode' }).waitFor();
  await button(page, /^Add one of Aurora Espresso Beans 1 kg/).click();
  await button(page, /in the order, add one more/).first().waitFor();
  await look();
  await button(page, /^Review order/).click();
  await page.getByText('safe on this phone').waitFor();
}

export async function countUp(page) {
  const before = await total(page);
  const more = button(page, 'One more').first();
  if (!(await more.count())) await page.getByText('Pedra Alta Sparkling 1 L').first().click();
  for (let tap = 0; tap < 8; tap += 1) await button(page, 'One more').first().click();
  await page.waitForFunction(
    (old) => ![...document.querySelectorAll('button')].some((b) => b.innerText.includes(old)),
    before,
  );
  await page.getByText(/free with/).first().waitFor();
}

export async function mistype(page) {
  const before = await total(page);
  await button(page, /open the keypad|Type a quantity/).first().click();
  const pad = page.getByRole('dialog');
  await pad.waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[role=dialog]')?.contains(document.activeElement),
  );
  // The server of the screens may still be wiring the keys of a sheet that is just rising.
  const said = pad.getByRole('alert').first();
  for (let go = 0; go < 4 && !(await said.isVisible()); go += 1) {
    await page.keyboard.type('99999999999999', { delay: 15 });
    await said.waitFor({ timeout: 4_000 }).catch(() => {});
  }
  await said.waitFor();
  await page.keyboard.press('Escape');
  await pad.waitFor({ state: 'hidden' });
  assert.equal(await total(page), before);
}

export async function askWhy(page) {
  await button(page, /^Why \d/).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Price for this customer').first().waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
}

export async function writeNote(page, note) {
  await button(page, /^Note/).click();
  await page.getByRole('textbox', { name: 'Note to the office' }).fill(note);
  await button(page, 'Keep this note').click();
  await page.getByText('Note written').waitFor();
}

export async function openDraft(page, customer) {
  await page.getByText(/Draft · \d/).first().click();
  await page.getByRole('heading', { name: customer }).waitFor();
  await page.getByText('safe on this phone').waitFor();
}

export async function place(page, due) {
  await button(page, /^Review order/).click();
  const action = button(page, /^Place order/);
  await action.waitFor();
  assert.ok((await action.innerText()).includes(due), 'the review shows the same total');
  // A nervous thumb taps twice.
  await action.dblclick();
  const number = page.getByText(/VAN3-\d{5}/).first();
  await number.waitFor();
  return (await number.innerText()).match(/VAN3-\d{5}/)[0];
}

export async function findOrder(page, number, due) {
  await page.getByRole('navigation').getByText('Orders').click();
  const rows = page.getByRole('listitem').filter({ hasText: number });
  await rows.first().waitFor();
  assert.equal(await rows.count(), 1, 'the order is listed once');
  assert.ok((await rows.first().innerText()).includes(due.replace(/^[^\d]+/, '')));
  await rows.first().click();
  await page.getByText(number).first().waitFor();
}

export async function withdraw(page, reason) {
  await button(page, /^Withdraw/).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').fill(reason);
  await sheet.getByRole('button', { name: /Withdraw|Take/ }).click();
  await page.getByText('Withdrawn').first().waitFor();
}

export async function backToToday(page) {
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('navigation').getByText('Today').click();
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}

/** A finger on the middle of the screen moves down so many pixels and lets go. */
async function pull(page, by, presses = 3) {
  const touch = await page.context().newCDPSession(page);
  const at = (y) => [{ x: 195, y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(320) });
  for (let way = 8; way <= by; way += 8) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(320 + way) });
  }
  const felt = await page.locator('.s-pull').waitFor({ state: 'attached', timeout: 3_000 }).then(() => true, () => false);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
  await page.locator('.s-pull').waitFor({ state: 'detached' });
  // A card that arrived under the finger took the touch with it: a person pulls again.
  if (!felt && presses > 1) return pull(page, by, presses - 1);
  assert.ok(felt, 'the screen follows the finger');
}

/** Pulled far enough, a screen asks the office; a short pull changes its mind. */
export async function pullDown(page) {
  await page.evaluate(() => {
    window.pulled = 0;
    document.querySelector('button[data-refresh]').addEventListener('click', () => { window.pulled += 1; });
  });
  const pulled = () => page.evaluate(() => window.pulled);
  await pull(page, 48);
  assert.equal(await pulled(), 0, 'a short pull asks nobody');
  await pull(page, 160);
  assert.equal(await pulled(), 1);
}
