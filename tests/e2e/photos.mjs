// A supervisor opens visits of a practice site: a photo comes with signal, waits without, and stays once it is here.
// `look(page, name)` may take pictures on the way.
import assert from 'node:assert/strict';
import { newFolder, openPage, removeFolder, startApp } from './app.mjs';
import { startSite } from './site.mjs';
import { Rep } from './sync.mjs';
import { rasterTile } from './tiles.mjs';

const CUSTOMERS = ['Mercearia Flor do Bonfim', 'Café Âncora'];
const SHELF = [120, 160, 190];

const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** Two visits of somebody else this morning, each with a photo; the rep of the phone sees the team. */
async function prepare(site) {
  await site.change('User', site.user, { roles: [{ role: 'Satchel Rep' }, { role: 'Satchel Supervisor' }] });
  for (const [nth, name] of CUSTOMERS.entries()) {
    const [customer] = await site.find('Customer', 'customer_name', name, []);
    const visit = await site.make('Field Visit', {
      satchel_uid: `0196cd00-0000-7000-8000-00000000000${nth}`,
      user: site.user,
      customer: customer.name,
      check_in: `2026-05-14 0${7 + nth}:10:00`,
      check_out: `2026-05-14 0${7 + nth}:40:00`,
      latitude: 41.15 + nth / 100,
      longitude: -8.61,
    });
    await site.make('File', {
      file_name: `shelf-${nth}.png`,
      attached_to_doctype: 'Field Visit',
      attached_to_name: visit.name,
      is_private: 1,
      content: rasterTile(SHELF.map((part) => part + nth)).toString('base64'),
      decode: 1,
    });
  }
}

async function connects(page, site) {
  const rep = new Rep(page, 'en');
  await rep.pasteCode(await site.code(), site.user);
  await rep.choosePin();
  await rep.go('dock-more');
  await page.getByText('Team', { exact: true }).waitFor({ timeout: 120_000 });
  await page.getByText('Team', { exact: true }).click();
  await page.locator('#team-map[data-drawn]').waitFor({ timeout: 60_000 });
  await button(page, /^administrator/i).first().click();
}

const opens = async (page, customer) => {
  await page.getByRole('listitem').filter({ hasText: customer }).filter({ hasText: ' min' }).first().getByRole('button').click();
  await page.getByRole('heading', { name: 'Photos' }).waitFor();
};

async function isHere(page) {
  const image = page.getByRole('button', { name: 'Photo, show it large' }).locator('img');
  await image.waitFor();
  assert.equal(await image.evaluate((one) => one.decode().then(() => one.naturalWidth)), 256);
}

export async function photos(browser, step, { dark = false, look = async () => {} } = {}) {
  const [folder, siteFolder] = [newFolder(), newFolder()];
  const site = await startSite(siteFolder);
  const app = await startApp(folder);
  const page = await openPage(browser, app.address, { dark });
  try {
    await prepare(site);
    await step('a supervisor connects and sees the team', page, () => connects(page, site));
    await step('a photo comes when its visit is opened', page, async () => {
      await opens(page, CUSTOMERS[0]);
      await isHere(page);
      await look(page, 'team-photo');
      await button(page, 'Back').click();
    });
    await step('without signal it waits, and one that is here stays', page, async () => {
      await site.stop();
      await opens(page, CUSTOMERS[1]);
      await page.getByText('comes when there is signal').waitFor();
      await look(page, 'team-photo-waiting');
      await button(page, 'Back').click();
      await opens(page, CUSTOMERS[0]);
      await isHere(page);
      await button(page, 'Back').click();
    });
    await step('with signal again it comes', page, async () => {
      await opens(page, CUSTOMERS[1]);
      await page.getByText('comes when there is signal').waitFor();
      await site.startAgain();
      await button(page, 'Try again').click();
      await isHere(page);
    });
  } finally {
    await page.context().close();
    await app.kill();
    await site.stop();
    removeFolder(folder);
    removeFolder(siteFolder);
  }
}
