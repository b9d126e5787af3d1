// What a rep sets on the phone: users, language, type and colours, printers, templates, scanning; and the
// screens of a wrong PIN and of several users. `shoot(name)` is called on each.
import { createServer } from 'node:net';
import { openPage, startApp } from './app.mjs';
import { enterPin, PIN, unlock } from './rep.mjs';

const button = (page, name) => page.getByRole('button', { name });
const heading = (page, name) => page.getByRole('heading', { name });
const more = async (page) => {
  await page.getByRole('navigation').getByText('More', { exact: true }).click();
  await button(page, 'Lock now').waitFor();
};
/** Back to More. */
const backToMore = async (page) => {
  await button(page, 'Back').click();
  await button(page, 'Lock now').waitFor();
};
/** Opens a line of More and waits for its screen. */
const open = async (page, name) => {
  await page.getByText(name, { exact: true }).last().click();
  await heading(page, name).first().waitFor();
};

/** The sheets of More, each closed again. */
async function sheets(page, shoot) {
  for (const [line, picture] of [
    ['Users of this phone', 'users'],
    ['Language', 'language'],
    ['Text size', 'text-size'],
    ['Light and dark', 'theme'],
  ]) {
    await page.getByText(line, { exact: true }).last().click();
    await page.getByRole('dialog').waitFor();
    await shoot(picture);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

/** A listener that takes what is printed and says nothing. */
async function paper() {
  const server = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** No printer, one being added, one that is saved and has printed. */
async function printers(page, shoot) {
  const server = await paper();
  try {
    await open(page, 'Printers');
    await button(page, 'Add a printer').waitFor();
    await shoot('printers-none');
    await button(page, 'Add a printer').click();
    await button(page, 'Type an address').waitFor();
    await button(page, 'Look again').waitFor({ timeout: 30_000 });
    await shoot('printer-search');
    await button(page, 'Type an address').click();
    await page.getByRole('textbox', { name: 'Address' }).fill(`127.0.0.1:${server.address().port}`);
    await page.getByRole('textbox', { name: 'What you call it' }).fill('Pocket printer');
    await shoot('printer-form');
    await button(page, 'Save printer').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button(page, 'Print test page').click();
    await page.getByText('Test page', { exact: true }).first().waitFor();
    await shoot('printers');
    await backToMore(page);
  } finally {
    server.close();
  }
}

/** The list, and one of them with a mistake in its third line. */
async function templates(page, shoot) {
  await open(page, 'Receipt templates');
  await page.getByText('Built in').first().waitFor();
  await shoot('templates');
  await page.getByText('Receipt of an order').click();
  const field = page.getByRole('textbox', { name: 'Template' });
  await field.waitFor();
  await page.getByText('Preview').or(page.locator('.s-paper')).first().waitFor();
  await shoot('template');
  const kept = (await field.inputValue()).split('\n');
  await field.fill([...kept.slice(0, 2), '{% if doc.name %', ...kept.slice(2)].join('\n'));
  await page.getByText('Until that is mended, the built-in template prints.').waitFor();
  await page.locator('.s-source').evaluate((source) => source.scrollTo(0, 0));
  await shoot('template-broken');
  await button(page, 'Back to the built-in one').click();
  await button(page, 'Back').first().click();
  await heading(page, 'Receipt templates').waitFor();
  await backToMore(page);
}

async function scanning(page, shoot) {
  await open(page, 'Scanning');
  await button(page, 'Save').waitFor();
  await shoot('scanning');
  await backToMore(page);
}

async function reminders(page, shoot) {
  await open(page, 'Reminders');
  await page.getByText('Calendar entries', { exact: true }).first().waitFor();
  await shoot('reminders');
  await backToMore(page);
}

/** From anywhere with a dock: everything More leads to that has to do with this phone. */
export async function phone(page, shoot) {
  await more(page);
  await sheets(page, shoot);
  await printers(page, shoot);
  await templates(page, shoot);
  await scanning(page, shoot);
  await reminders(page, shoot);
}

/** From More: a second user, whose screen and whose choice are looked at; then six wrong PINs. */
export async function entering(page, shoot) {
  await more(page);
  await page.getByText('Users of this phone', { exact: true }).last().click();
  await page.getByText('Add the demo company').click();
  await heading(page, 'Choose a PIN').waitFor();
  await enterPin(page, PIN);
  await heading(page, 'Type it once more').waitFor();
  await enterPin(page, PIN);
  await heading(page, 'Today').first().waitFor({ timeout: 60_000 });
  await page.reload();
  await page.getByRole('group', { name: 'PIN pad' }).waitFor();
  await button(page, 'Switch user').click();
  await page.getByRole('dialog').waitFor();
  await shoot('switch-user');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (let go = 0; go < 8; go += 1) {
    if (await button(page, /^1$/).isDisabled()) break;
    await enterPin(page, '9999');
    await page.getByRole('alert').first().waitFor();
    await page.waitForTimeout(150);
  }
  await shoot('pin-wait');
}
