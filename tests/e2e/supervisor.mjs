// A supervisor looks over 20,000 visits of ten reps: map, day, a visit with its evidence, figures, files.
// `look(page, name)` may take pictures on the way.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { MORNING, newFolder, openPage, removeFolder, startApp, target } from './app.mjs';
import { unlock } from './rep.mjs';

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
  await page.getByText('Team', { exact: true }).click();
  await page.getByRole('region', { name: 'Map of visits' }).waitFor();
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

/** Gives how long the year took to show, in ms. */
async function looksAtTheYear(page) {
  await button(page, /^Everyone/).click();
  await button(page, 'What to show').click();
  await page.getByLabel('From').fill('2025-06-01');
  await page.getByLabel('From').blur();
  const begin = Date.now();
  await button(page, 'Show').click();
  await drawn(page, 19_000);
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
  await flagged.first().getByRole('button').click();
  await page.getByRole('heading', { name: 'Evidence' }).waitFor();
  await page.getByText('distance_m').waitFor();
  await page.getByText('SHA-256').first().waitFor();
}

async function savesTheVisits(page) {
  await button(page, 'Back').click();
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
  } finally {
    await page.context().close();
    await app.kill();
    removeFolder(folder);
  }
}
