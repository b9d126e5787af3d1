// A supervisor looks over 20,000 visits of ten reps: map, day, a visit with its evidence, figures, files.
// `look(page, name)` may take pictures on the way.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MORNING, newFolder, openPage, removeFolder, startApp, target } from './app.mjs';
import { unlock } from './rep.mjs';
import { rasterMap, rasterTile, startTiles, vectorMap } from './tiles.mjs';

/** The day that is looked at: this morning's visits go on. */
const YESTERDAY = 'Yesterday';

const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** The element the map is drawn in, once it is drawn, with how many visits it was given. */
async function drawn(page, least) {
  const map = page.locator('#team-map[data-drawn]');
  await map.waitFor({ timeout: 30_000 });
  await page.waitForFunction(
    (wanted) => Number(document.getElementById('team-map').dataset.visits) >= wanted,
    least,
    { timeout: 30_000 },
  );
  return map;
}

/** Whether the drawing has more than one colour: an empty one has not. */
async function isPainted(page) {
  const picture = await page.locator('#team-map').screenshot();
  return new Set(picture.subarray(200)).size > 32;
}

async function opensTheTeam(page) {
  await page.getByRole('navigation').getByText('More', { exact: true }).click();
  // A press while More is still being wired may meet nothing.
  const team = page.getByRole('region', { name: 'Map of visits' });
  for (let presses = 0; presses < 8 && !(await team.isVisible()); presses += 1) {
    const line = page.getByText('Team', { exact: true });
    if (await line.isVisible()) await line.click();
    await team.waitFor({ timeout: 4_000 }).catch(() => {});
  }
  await team.waitFor();
  await drawn(page, 20);
  assert.ok(await isPainted(page));
}

async function reviewsADay(page) {
  await button(page, 'The days before').click();
  await page.getByRole('heading', { name: YESTERDAY }).waitFor();
  await page.getByText('80 visits').first().waitFor();
  await button(page, /^Inês Prata/).first().click();
  await page.getByText('First', { exact: false }).first().waitFor();
  assert.equal(await page.getByRole('listitem').filter({ hasText: / min|no check-out/ }).count(), 8);
}

/** Gives how long the year took to show, in ms: the map and the line that counts. */
async function looksAtTheYear(page) {
  await button(page, /^Everyone/).click();
  await button(page, 'What to show').click();
  await page.getByLabel('From').fill('2025-06-01');
  await page.getByLabel('From').blur();
  const begin = Date.now();
  await button(page, 'Show').click();
  await drawn(page, 19_000);
  await page.getByText(/^(19|20)[.,]?\d{3} visits$/).first().waitFor({ timeout: 30_000 });
  const took = Date.now() - begin;
  assert.ok(await isPainted(page));
  return took;
}

async function opensAFlaggedVisit(page) {
  await button(page, /^Tomás Brandão/).first().click();
  const flagged = page.getByRole('listitem').filter({ hasText: 'The record was changed after it was made' });
  const list = page.locator('.s-team-list main');
  for (let turn = 0; turn < 200 && (await flagged.count()) === 0; turn += 1) {
    await list.evaluate((element) => element.scrollBy(0, 600));
    await page.waitForTimeout(30);
  }
  // The rows of a long list are made anew while it comes to rest: the row that is there is pressed where it is.
  const evidence = page.getByRole('heading', { name: 'Evidence' });
  for (let presses = 0; presses < 8 && !(await evidence.isVisible()); presses += 1) {
    const row = flagged.first().getByRole('button');
    if (await row.count()) await row.evaluate((pressed) => pressed.click()).catch(() => {});
    await evidence.waitFor({ timeout: 3_000 }).catch(() => {});
  }
  await evidence.waitFor();
  await page.getByText('distance_m').waitFor();
  await page.getByText('SHA-256').first().waitFor();
}

async function savesTheVisits(page) {
  await button(page, 'Back').click();
  // The line of the figures stands still once the list is there.
  await page.getByRole('listitem').first().waitFor();
  await button(page, 'Figures').click();
  await page.getByRole('heading', { name: 'Visits a day' }).waitFor();
  for (const [name, ending, holds] of [
    ['CSV', '.csv', 'uid,day,user'],
    ['GeoJSON', '.geojson', '"FeatureCollection"'],
    ['GPX', '.gpx', '<rtept '],
  ]) {
    const file = page.waitForEvent('download');
    await button(page, name).click();
    const download = await file;
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
    const stream = await download.createReadStream();
    let text = '';
    for await (const piece of stream) text += piece;
    assert.ok(text.includes(holds), `${name}: ${text.slice(0, 200)}`);
  }
}

/** Where the company keeps its tiles, as far as the page knows. */
const TILES = 'https://tiles.example';
const TILE = [201, 150, 214];
const ARCHIVE = [120, 190, 140];

/** Whether a colour is to be seen on the map. */
async function shows(page, colour) {
  const picture = (await page.locator('#team-map').screenshot()).toString('base64');
  return page.evaluate(
    async ([data, [red, green, blue]]) => {
      const bytes = await (await fetch(`data:image/png;base64,${data}`)).blob();
      const image = await createImageBitmap(bytes);
      const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
      paper.drawImage(image, 0, 0);
      const { data: pixels } = paper.getImageData(0, 0, image.width, image.height);
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const apart = Math.abs(pixels[at] - red) + Math.abs(pixels[at + 1] - green) + Math.abs(pixels[at + 2] - blue);
        if (apart < 12) found += 1;
      }
      return found > 2000;
    },
    [picture, colour],
  );
}

async function comesToShow(page, colour, what) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await shows(page, colour)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`${what} is not to be seen`);
}

/** A colour of the theme, as red, green and blue. */
const token = (page, name) =>
  page.evaluate((wanted) => {
    const paper = new OffscreenCanvas(1, 1).getContext('2d');
    paper.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(wanted).trim();
    paper.fillRect(0, 0, 1, 1);
    return [...paper.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, name);

/** Leaves the map and opens it again: that is when a base map counts. */
async function opensTheMapAgain(page) {
  await button(page, 'Back').click();
  await page.getByText('Team', { exact: true }).click();
  await drawn(page, 1);
}

async function drawsTheFileOfTheFolder(page, folder) {
  await button(page, 'Back').click();
  writeFileSync(join(folder, 'map.pmtiles'), vectorMap());
  await opensTheMapAgain(page);
  await comesToShow(page, await token(page, '--map-water'), 'the lake of the file');
  await comesToShow(page, await token(page, '--map-road'), 'the road of the file');
}

async function names(page, address) {
  await button(page, 'What to show').click();
  await page.getByLabel('Base map').fill(address);
  await button(page, 'Show').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await opensTheMapAgain(page);
}

/** Tiles, then a file of them at an address, then neither because there is no network. */
async function drawsTheMapOfTheCompany(page, look) {
  const tiles = await startTiles({ tile: rasterTile(TILE), map: rasterMap(ARCHIVE) });
  const pass = async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${tiles.address}${pathname}` }) });
  };
  try {
    await page.route(`${TILES}/**`, pass);
    await names(page, `${TILES}/{z}/{x}/{y}.png`);
    await comesToShow(page, TILE, 'a tile');
    await page.getByText('tiles.example').first().waitFor({ state: 'attached' });
    await look(page, 'team-tiles');
    await names(page, `${TILES}/world.pmtiles`);
    await comesToShow(page, ARCHIVE, 'a tile of the archive');
    const parts = tiles.asked.filter(({ path }) => path === '/world.pmtiles');
    assert.ok(parts.length > 0 && parts.every(({ range }) => range), 'it is asked for in parts');
    await page.unroute(`${TILES}/**`, pass);
    await page.route(`${TILES}/**`, (route) => route.abort('internetdisconnected'));
    await opensTheMapAgain(page);
    await comesToShow(page, await token(page, '--map-land'), 'the outline of the world');
    // A page is told of every request that fails.
    page.problems = page.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(problem));
  } finally {
    await page.unroute(`${TILES}/**`);
    await tiles.stop();
  }
}

/** Photos and signature of a visit of the day, one of them shown large. */
async function seesThePhotos(page, look) {
  await button(page, /^Inês Prata/).first().click();
  const visits = page.getByRole('listitem').filter({ hasText: / min|no check-out/ });
  const photos = page.getByRole('heading', { name: 'Photos' });
  for (let nth = 0; nth < 8 && (await photos.count()) === 0; nth += 1) {
    if (nth > 0) await button(page, 'Back').click();
    await visits.nth(nth).getByRole('button').click();
    await page.getByRole('heading', { name: 'Evidence' }).waitFor();
  }
  const photo = page.getByRole('button', { name: /Photo, show it large|Signed by the customer, show it large/ }).first();
  await photo.scrollIntoViewIfNeeded();
  const loaded = await photo.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth > 0));
  assert.ok(loaded, 'the photo is drawn');
  await look(page, 'team-photos');
  await photo.click();
  await page.getByRole('dialog').locator('img').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await button(page, 'Back').click();
}

/** A folder with the team of `team-profile`. */
function teamFolder() {
  const folder = newFolder();
  execFileSync(join(target, 'debug', 'team-profile'), [folder, MORNING], { stdio: 'inherit' });
  return folder;
}

export async function supervisor(browser, step, { dark = false, look = async () => {} } = {}) {
  const folder = teamFolder();
  const app = await startApp(folder);
  const page = await openPage(browser, app.address, { dark });
  try {
    await unlock(page);
    await step('a supervisor finds the team, drawn on a map', page, () => opensTheTeam(page));
    await look(page, 'team');
    await step('a day is reviewed rep by rep', page, () => reviewsADay(page));
    await look(page, 'team-rep');
    await step('photos and signature of a visit are seen', page, () => seesThePhotos(page, look));
    const took = await step('20,000 visits are on the map', page, () => looksAtTheYear(page));
    console.log(`     drawn ${took} ms after asking`);
    await look(page, 'team-year');
    await page.setViewportSize({ width: 1280, height: 800 });
    await look(page, 'team-wide');
    await page.setViewportSize({ width: 390, height: 844 });
    await step('a visit that was changed says so, with its evidence', page, () => opensAFlaggedVisit(page));
    await look(page, 'team-visit');
    await step('the visits are saved as table, map and way', page, () => savesTheVisits(page));
    await look(page, 'team-figures');
    await step('a base map in the data folder is drawn', page, () => drawsTheFileOfTheFolder(page, folder));
    await look(page, 'team-ground');
    await step('so are tiles of the company, and the outline where they do not come', page, () =>
      drawsTheMapOfTheCompany(page, look));
  } finally {
    await page.context().close();
    await app.kill();
    removeFolder(folder);
  }
}
