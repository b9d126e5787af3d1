// A walk through every screen at 390×844: for the pictures of docs/screens, in light and in dark, and for the
// rules that every screen keeps.
import { join } from 'node:path';
import { faults, provesItself } from './accessible.mjs';
import { arabic } from './arabic.mjs';
import { loseTheKey, tear } from './damage.mjs';
import { launchBrowser, newFolder, openPage, removeFolder, startApp, within } from './app.mjs';
import { withoutWayBack } from './phone.mjs';
import * as rep from './rep.mjs';
import { entering, phone } from './settings.mjs';
import { supervisor } from './supervisor.mjs';
import { sync } from './sync.mjs';
import { technician } from './technician.mjs';
import { dayRoute, visit } from './visit.mjs';

/** Screens before a profile is open: name and how to get there. */
async function before(page, shoot) {
  await shoot('welcome');
  await page.getByRole('button', { name: /Restore a safe copy/ }).click();
  await page.getByRole('button', { name: 'Look into it' }).waitFor();
  await shoot('restore');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: /Look around first/ }).click();
  await page.getByRole('heading', { name: 'Choose a PIN' }).waitFor();
  await shoot('choose-pin');
}

/** The screens of a day, in the order a rep meets them. */
async function during(page, shoot) {
  await shoot('today');
  await page.getByRole('button', { name: 'Find a customer' }).click();
  await page.getByRole('listitem').first().waitFor();
  await shoot('customers');
  await page.getByRole('button', { name: /^New( customer)?$/ }).click();
  await page.getByRole('textbox').first().waitFor();
  await shoot('new-customer');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('searchbox').fill('bonfim');
  await page.getByRole('listitem').filter({ hasText: 'Mercearia Flor do Bonfim' }).first().click();
  await page.getByRole('heading', { name: 'Mercearia Flor do Bonfim' }).waitFor();
  await shoot('customer');
  await page.getByRole('button', { name: /^New order|^Go on with the draft/ }).click();
  await page.getByText('safe on this phone').waitFor();
  await shoot('order-empty');
  await rep.scan(page, rep.BARCODE);
  await rep.addByName(page, 'espresso', async () => {
    await shoot('catalogue');
    await page.getByText('Aurora Espresso Beans 1 kg').first().click();
    await page.getByRole('dialog').waitFor();
    await shoot('item');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
  await rep.scan(page, '5601420501006');
  await rep.countUp(page);
  await shoot('order');
  await page.getByRole('button', { name: /open the keypad|Type a quantity/ }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('keypad');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Why \d/ }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('why');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Review order/ }).click();
  await page.getByRole('button', { name: /^Place order/ }).waitFor();
  await shoot('review');
  await page.getByRole('button', { name: /^Place order/ }).click();
  await page.getByText(/VAN3-\d{5}/).first().waitFor();
  await shoot('placed');
}

/** The calendar in its other ways, and an entry of it. */
async function calendar(page, shoot) {
  for (const way of ['Day', 'Week']) {
    await page.getByRole('button', { name: way, exact: true }).click();
    await page.getByRole('region', { name: 'Hours' }).waitFor();
    await shoot(`calendar-${way.toLowerCase()}`);
  }
  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  await page.getByRole('button', { name: 'Show the month' }).click();
  await shoot('calendar-month');
  await page.getByRole('button', { name: 'Hide the month' }).click();
  await page.getByRole('button', { name: 'New entry' }).click();
  await page.getByRole('textbox', { name: 'What it is about' }).waitFor();
  await shoot('event');
  await page.getByRole('button', { name: 'From an invitation' }).click();
  await page.getByRole('heading', { name: 'Invitation' }).waitFor();
  await shoot('invitation');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('textbox', { name: 'What it is about' }).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'New entry' }).waitFor();
}

async function around(page, shoot) {
  const dock = (name) => page.getByRole('navigation').getByText(name, { exact: true }).click();
  await dock('Orders');
  await page.getByText(/VAN3-\d{5}/).first().waitFor();
  await shoot('orders');
  await page.getByRole('listitem').filter({ hasText: /VAN3-/ }).first().click();
  await page.getByRole('button', { name: 'Back' }).waitFor();
  await shoot('order-detail');
  await page.getByRole('button', { name: 'Back' }).click();
  await dock('Scan');
  await page.getByRole('heading', { name: 'Scan', exact: true }).waitFor();
  await shoot('scan');
  await dock('Tasks');
  await page.getByRole('listitem').first().waitFor();
  await shoot('tasks');
  const back = () => page.getByRole('button', { name: 'Back' }).click();
  const more = async () => {
    await dock('More');
    await page.getByRole('button', { name: 'Lock now' }).waitFor();
  };
  await more();
  await shoot('more');
  for (const [name, picture] of [
    ['On its way', 'on-its-way'],
    ['Safe copy', 'safe-copy'],
    ['Change the PIN', 'change-pin'],
    ['Calendar', 'calendar'],
    [/^Satchel \d/, 'about'],
  ]) {
    await page.getByText(name, { exact: true }).last().click();
    await page.getByRole('button', { name: 'Back' }).waitFor();
    await shoot(picture);
    if (picture === 'calendar') await calendar(page, shoot);
    await back();
    await more();
  }
  await page.reload();
  await page.getByRole('group', { name: 'PIN pad' }).waitFor();
  await shoot('unlock');
}

/** What a rep sees when the phone has lost something. Leaves the app ended. */
async function afterDamage(browser, folder, app, dark, shootOn) {
  await app.kill();
  for (const [damage, name, appears] of [
    [tear, 'salvaged', 'Mended after damage'],
    [loseTheKey, 'trouble', 'Satchel cannot open this'],
  ]) {
    damage(folder);
    const again = await startApp(folder);
    const page = await openPage(browser, again.address, { dark });
    await page.getByRole('group', { name: 'PIN pad' }).waitFor();
    await rep.enterPin(page, rep.PIN);
    await page.getByRole('heading', { name: appears }).waitFor({ timeout: 30_000 });
    await shootOn(page)(name);
    await page.context().close();
    await again.kill();
  }
}

/** The rep's day from the first start, and what a phone that was damaged shows. */
async function repsDay(browser, dark, lookOn) {
  const folder = newFolder();
  const app = await startApp(folder);
  const page = await openPage(browser, app.address, { dark });
  const shoot = lookOn(page);
  await before(page, shoot);
  await page.reload();
  await rep.exploreDemo(page);
  await during(page, shoot);
  await page.getByRole('button', { name: /Today/ }).first().click();
  await dayRoute(page, shoot);
  await visit(page, shoot);
  await phone(page, shoot);
  await around(page, shoot);
  if (page.problems.length) throw new Error(page.problems.join(' | '));
  await page.context().close();
  await afterDamage(browser, folder, app, dark, lookOn);
  removeFolder(folder);
}

/** The walks by name, each from a phone of its own. */
const WALKS = {
  rep: repsDay,
  entering: async (browser, dark, lookOn) => {
    const folder = newFolder();
    const app = await startApp(folder);
    const page = await openPage(browser, app.address, { dark });
    await rep.exploreDemo(page);
    await entering(page, lookOn(page));
    await page.context().close();
    await app.kill();
    removeFolder(folder);
  },
  arabic: (browser, dark, lookOn) => arabic(browser, plainly, { dark, look: looks(lookOn) }),
  sync: (browser, dark, lookOn) => sync(browser, plainly, { dark, look: looks(lookOn) }),
  technician: (browser, dark, lookOn) => technician(browser, plainly, { dark, look: looks(lookOn) }),
  supervisor: (browser, dark, lookOn) => supervisor(browser, plainly, { dark, look: looks(lookOn) }),
  'sync-ar': (browser, dark, lookOn) =>
    sync(browser, plainly, { dark, lang: 'ar', size: 130, look: looks(lookOn, '-ar') }),
};
const plainly = (name, shown, work) => work();
const looks = (lookOn, suffix = '') => (shown, name) => lookOn(shown)(`${name}${suffix}`);

/** Goes through every screen once; `look(page, name)` is called on each. */
export async function walk(browser, dark, look, names = Object.keys(WALKS)) {
  const lookOn = (shown) => async (name) => {
    await shown.waitForTimeout(350);
    await look(shown, name);
  };
  for (const name of names) {
    await within(10, () => `the walk ${name}`, () => WALKS[name](browser, dark, lookOn));
  }
}

/** Takes the pictures into `out`; gives how many. */
export async function pictures(browser, out) {
  let taken = 0;
  for (const dark of [false, true]) {
    await walk(browser, dark, async (page, name) => {
      await page.screenshot({ path: join(out, `${name}-${dark ? 'dark' : 'light'}.png`) });
      taken += 1;
    });
  }
  return taken;
}

/** The walks that are held against the rules at the same time, each in a browser of its own. */
const LANES = [
  ['rep', 'entering', 'arabic'],
  ['sync', 'technician', 'supervisor', 'sync-ar'],
];

/** Holds every screen against the rules for people who see, hear or reach less, and looks for the phone's way back on it; gives how many. */
export async function accessible() {
  const left = new Set(Object.keys(WALKS));
  for (const name of LANES.flat()) left.delete(name);
  if (left.size) throw new Error(`no lane walks ${[...left].join(', ')}`);
  const found = [];
  let screens = 0;
  const lane = async (names) => {
    const browser = await launchBrowser();
    try {
      await provesItself(browser);
      await walk(
        browser,
        false,
        async (page, name) => {
          screens += 1;
          const all = [...(await faults(page)), ...(await withoutWayBack(page, name))];
          found.push(...all.map((fault) => `${name}: ${fault}`));
        },
        names,
      );
    } finally {
      await browser.close();
    }
  };
  await Promise.all(LANES.map(lane));
  if (found.length) throw new Error(`${found.length} faults on ${screens} screens\n${found.join('\n')}`);
  return screens;
}
