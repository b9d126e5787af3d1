// The way to the office and back, against a practice site: connecting by a code, an order that arrives,
// no site, a refusal mended, two versions of a customer. `look(page, name)` may take pictures on the way.
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { newFolder, openPage, removeFolder, startApp } from './app.mjs';
import { BARCODE, PIN, burst } from './rep.mjs';
import { startSite } from './site.mjs';
import { words } from './words.mjs';

const CUSTOMER = 'Mercearia Flor do Bonfim';
const FIRST = { code: BARCODE, item_name: 'Pedra Alta Sparkling 1 L' };
const SECOND = { code: '5601420501020', item: 'PA-2524', item_name: 'Pedra Alta Sparkling 25 cl' };

/** What a rep does, in the words of a language. */
export class Rep {
  constructor(page, lang) {
    this.page = page;
    this.say = words(lang);
  }

  button(key) {
    return this.page.getByRole('button', { name: this.say(key) });
  }

  async heading(key) {
    await this.page.getByRole('heading', { name: this.say(key) }).first().waitFor({ timeout: 60_000 });
  }

  async back() {
    await this.button('part-back').first().click();
  }

  async go(place) {
    await this.page.getByRole('navigation').getByText(this.say(place)).first().click();
  }

  async pasteCode(code, user) {
    await this.page.getByText(this.say('connect-title')).first().click();
    await this.page.getByRole('textbox', { name: this.say('connect-code') }).fill(code);
    await this.button('connect-look').click();
    await this.page.getByText(user).waitFor();
  }

  async enterPin() {
    for (const digit of PIN) {
      await this.page.getByRole('button', { name: digit, exact: true }).click();
    }
    const done = this.button('pin-done');
    if (await done.count()) await done.click();
  }

  async choosePin() {
    await this.button('pin-choose').click();
    await this.heading('pin-choose');
    await this.enterPin();
    await this.heading('pin-again');
    await this.enterPin();
    await this.heading('today-title');
  }

  /** From Today to the sync centre. */
  async centre() {
    await this.go('dock-more');
    await this.page.getByText(this.say('sync-title')).last().click();
    await this.heading('sync-title');
  }

  async today() {
    if (await this.button('part-back').count()) await this.back();
    await this.go('dock-today');
    await this.heading('today-title');
  }

  async openCustomer() {
    await this.button('today-search').click();
    await this.page.getByRole('searchbox').pressSequentially('bonf');
    await this.page.getByRole('listitem').filter({ hasText: CUSTOMER }).first().click();
    await this.page.getByRole('heading', { name: CUSTOMER }).waitFor();
  }

  /** As a hardware scanner does, with nothing focused. */
  async scan({ code, item_name }) {
    await this.page.evaluate(() => document.activeElement?.blur());
    await burst(this.page, code);
    await this.page.getByText(item_name).first().waitFor();
    // The field is ready for the next code.
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('input[type=search]')].every((field) => field.value === ''),
    );
  }

  /** Reviews and places what is open; the receipt number. */
  async place() {
    await this.page.locator('footer button').filter({ hasText: /€/ }).last().click();
    await this.button('review-place').click();
    const number = this.page.getByText(/VAN3-\d{5}/).first();
    await number.waitFor();
    return (await number.innerText()).match(/VAN3-\d{5}/)[0];
  }

  /** From Today: an order, placed. */
  async sell(...items) {
    await this.openCustomer();
    await this.button('customer-new-order').click();
    await this.page.getByRole('searchbox', { name: this.say('order-add') }).waitFor();
    for (const item of items) await this.scan(item);
    const number = await this.place();
    await this.button('placed-today').click();
    await this.heading('today-title');
    return number;
  }

  async openOrder(number) {
    await this.go('dock-orders');
    await this.page.getByRole('listitem').filter({ hasText: number }).first().click();
    await this.page.getByText(number).first().waitFor();
  }

  /** Waits for a sentence of the sync centre, or of any screen. */
  async reads(key, timeout = 30_000) {
    await this.page.getByText(this.say(key)).first().waitFor({ timeout });
  }
}

async function connects(rep, site, look) {
  await rep.pasteCode(await site.code(), site.user);
  await look('connect');
  // Every answer takes its time, so that the first load can be looked at.
  await site.stop();
  await site.startAgain('latency:400=1000');
  await rep.choosePin();
  await rep.centre();
  const bar = rep.page.getByRole('progressbar');
  await bar.waitFor({ timeout: 30_000 });
  await rep.page.waitForFunction(
    () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 200,
    undefined,
    { timeout: 60_000 },
  );
  await look('first-load');
  await bar.waitFor({ state: 'detached', timeout: 120_000 });
  await site.stop();
  await site.startAgain();
  await rep.button('sync-now').click();
  await rep.reads('strip-nothing', 60_000);
  await look('sync-idle');
  await rep.today();
}

/** The office has it once, under its own number, and the order says so. */
async function arrives(rep, site, number) {
  await rep.openOrder(number);
  const booked = rep.page.getByText(/SAL-ORD-\d{4}-\d{5}/).first();
  await booked.waitFor({ timeout: 30_000 });
  const name = (await booked.innerText()).match(/SAL-ORD-\d{4}-\d{5}/)[0];
  const found = await site.find('Sales Order', 'satchel_receipt_no', number, ['docstatus']);
  assert.deepEqual(found.map((order) => [order.name, order.docstatus]), [[name, 1]]);
  await rep.today();
}

async function waitsWithoutSite(rep, site, look) {
  await site.stop();
  const number = await rep.sell(FIRST);
  await rep.centre();
  await rep.button('sync-now').click();
  await rep.reads('sync-offline-since');
  await rep.page.getByText(number).first().waitFor();
  await look('sync-offline');
  await backOnline(rep, site);
  await rep.reads('strip-nothing', 30_000);
  await rep.today();
  await arrives(rep, site, number);
}

/** The phone finds its network again: nobody taps anything. */
async function backOnline(rep, site) {
  await site.startAgain();
  await rep.page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** What the office changes, and what the rep does before the phone has heard of it. */
async function meanwhile(rep, site, theirs, mine) {
  await theirs();
  await site.stop();
  const done = await mine();
  await backOnline(rep, site);
  return done;
}

/** A note to the supervisor is at the office, on the customer's page; the order stays to be mended. */
async function asksTheOffice(rep, site, number, look) {
  await rep.button('sync-hand-over').first().click();
  const sheet = rep.page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: rep.say('sync-note') }).fill('Sell it or not?');
  await look('sync-ask-office');
  await sheet.getByRole('button', { name: rep.say('sync-hand-over') }).click();
  await rep.reads('sync-handed');
  const note = () => site.find('File', 'file_name', `${number}.txt`, ['attached_to_doctype', 'attached_to_name']);
  for (let tries = 0; tries < 100 && (await note()).length === 0; tries += 1) {
    await rep.page.waitForTimeout(200);
  }
  const [file] = await note();
  assert.deepEqual([file?.attached_to_doctype, file?.attached_to_name], ['Customer', CUSTOMER]);
}

async function mends(rep, site, look) {
  const disable = () => site.change('Item', SECOND.item, { disabled: 1 });
  const number = await meanwhile(rep, site, disable, () => rep.sell(FIRST, SECOND));
  await rep.centre();
  await rep.page.getByText(new RegExp(`${SECOND.item}.* is disabled`)).first().waitFor({ timeout: 30_000 });
  await look('sync-refused');
  await asksTheOffice(rep, site, number, look);
  const mended = await withoutSecond(rep);
  assert.notEqual(mended, number, 'the mended order has a receipt of its own');
  await arrives(rep, site, mended);
  assert.deepEqual(await site.find('Sales Order', 'satchel_receipt_no', number, []), []);
}

/** Mends what was refused: the second item goes, and the order is placed; the new receipt number. */
async function withoutSecond(rep) {
  await rep.button('sync-mend').first().click();
  await rep.page.getByRole('searchbox', { name: rep.say('order-add') }).waitFor();
  const figure = rep.button('part-open-keypad').first();
  if (!(await figure.count())) await rep.page.getByText(SECOND.item_name).first().click();
  await figure.click();
  await rep.page.getByRole('dialog').getByRole('button', { name: rep.say('line-remove') }).click();
  await rep.page.getByText(SECOND.item_name).first().waitFor({ state: 'detached' });
  const mended = await rep.place();
  await rep.button('placed-today').click();
  return mended;
}

/** The office takes an order and does not submit it; the mended one takes the place of its draft. */
async function mendsDraft(rep, site, look) {
  await site.change('Item', SECOND.item, { disabled: 0 });
  const [customer] = await site.find('Customer', 'customer_name', CUSTOMER, []);
  const orders = await site.find('Sales Order', 'customer', customer.name, ['docstatus', 'company', 'base_grand_total', 'per_billed']);
  const owed = orders
    .filter((order) => order.docstatus === 1)
    .reduce((sum, order) => sum + (order.base_grand_total * (100 - order.per_billed)) / 100, 0);
  const allow = (more) =>
    site.change('Customer', customer.name, {
      credit_limits: [{ company: orders[0].company, credit_limit: owed + more }],
    });
  await allow(0.01);
  const number = await rep.sell(FIRST, SECOND);
  await rep.centre();
  await rep.page.getByText(/Credit limit/).first().waitFor({ timeout: 30_000 });
  await look('sync-not-submitted');
  const [draft] = await site.find('Sales Order', 'satchel_receipt_no', number, ['docstatus']);
  assert.equal(draft.docstatus, 0);
  await allow(1000);
  const mended = await withoutSecond(rep);
  await arrives(rep, site, mended);
  const [booked] = await site.find('Sales Order', 'satchel_receipt_no', mended, []);
  assert.equal(booked.name, draft.name, 'the same document');
  assert.deepEqual(await site.find('Sales Order', 'satchel_receipt_no', number, []), []);
}

async function decides(rep, site, look) {
  await rep.openCustomer();
  const change = async (value) => {
    await rep.button('customer-change').click();
    await rep.page.getByRole('textbox', { name: rep.say('field-tax-id') }).fill(value);
    await rep.button('customer-change-save').click();
    await rep.page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const [customer] = await site.find('Customer', 'customer_name', CUSTOMER, []);
  const theirs = () => site.change('Customer', customer.name, { tax_id: 'PT 500 000 002' });
  await meanwhile(rep, site, theirs, () => change('PT 500 000 003'));
  await rep.back();
  await rep.back();
  await rep.centre();
  await rep.reads('conflict-section');
  await look('sync-conflict');
  await rep.page.getByText(CUSTOMER).first().click();
  const sheet = rep.page.getByRole('dialog');
  await sheet.getByText('PT 500 000 002').click();
  await look('conflict');
  await sheet.getByRole('button', { name: rep.say('conflict-decide') }).click();
  await rep.reads('strip-nothing');
  const [decided] = await site.find('Customer', 'customer_name', CUSTOMER, ['tax_id']);
  assert.equal(decided.tax_id, 'PT 500 000 002', 'the office kept its own');
  await rep.today();
}

/** Where there is no network at all: a file to the office, which brings the order there, and its receipt back. */
async function carries(rep, site, folder, look) {
  await site.stop();
  const number = await rep.sell(FIRST);
  await rep.centre();
  await rep.button('sync-courier').click();
  await rep.heading('sync-courier');
  await look('courier');
  const field = (key) => rep.page.getByRole('textbox', { name: rep.say(key), exact: true });
  const place = await field('courier-file').inputValue();
  assert.match(place, /satchel-VAN3-[0-9-]+\.courier$/);
  const file = join(folder, basename(place));
  await field('courier-file').fill(file);
  await rep.button('courier-write').click();
  await rep.page.locator('[aria-live]').getByText(file).waitFor();
  await look('courier-written');
  const shared = rep.page.waitForEvent('download');
  await rep.button('share-title').click();
  const name = (await shared).suggestedFilename();
  assert.ok(name.startsWith('satchel-VAN3-') && name.endsWith('.courier'), name);
  await site.startAgain();
  const { said, receipt } = await site.deliver(file);
  assert.match(said, /1 delivered, 0 refused, 0 left/);
  await field('courier-receipt').fill(receipt);
  await rep.button('courier-read').click();
  // The phone may have found its network meanwhile and have sent the order itself: it arrived once all the same.
  await rep.page.locator('[aria-live] .s-note').first().waitFor();
  await look('courier-receipt');
  const found = await site.find('Sales Order', 'satchel_receipt_no', number, ['docstatus']);
  assert.deepEqual(found.map((order) => order.docstatus), [1]);
  await rep.back();
  await rep.reads('strip-nothing');
}

/** Walks the way; `look(page, name)` may take pictures, `size` is the size of type in percent. */
export async function sync(browser, step, { dark = false, lang = 'en', size = 100, look = async () => {} } = {}) {
  const [folder, siteFolder] = [newFolder(), newFolder()];
  const site = await startSite(siteFolder);
  const app = await startApp(folder, { lang });
  const page = await openPage(browser, app.address, { dark });
  const rep = new Rep(page, lang);
  const shoot = async (name) => {
    await page.evaluate((percent) => { document.documentElement.style.fontSize = percent; }, `${size}%`);
    await look(page, name);
  };
  const told = lang === 'en' ? '' : ` (${lang})`;
  try {
    await step(`a code of the office connects the phone, and everything comes${told}`, page, () => connects(rep, site, shoot));
    await step(`an order arrives and takes the office’s number${told}`, page, async () => arrives(rep, site, await rep.sell(FIRST)));
    await step(`without the site orders wait, and go when the network is back${told}`, page, () => waitsWithoutSite(rep, site, shoot));
    await step(`a refused order is mended and sent${told}`, page, () => mends(rep, site, shoot));
    await step(`a draft the office would not submit is mended in its place${told}`, page, () => mendsDraft(rep, site, shoot));
    await step(`a customer both sides changed is decided on${told}`, page, () => decides(rep, site, shoot));
    await step(`what waits can be carried by file${told}`, page, () => carries(rep, site, folder, shoot));
  } finally {
    await page.context().close();
    await app.kill();
    await site.stop();
    removeFolder(folder);
    removeFolder(siteFolder);
  }
}
