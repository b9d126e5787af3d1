// The phone's devices in the browser: a camera that sees a drawn bar code fills an order, and what is
// placed comes out of a printer on the network.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, newFolder, openPage, removeFolder, startApp } from './app.mjs';
import { hasCamera, lendCamera } from './camera.mjs';
import * as rep from './rep.mjs';
import { write } from './video.mjs';
import { words } from './words.mjs';

const say = words('en');
const button = (page, key) => page.getByRole('button', { name: say(key) });
const dock = (page, name) => page.getByRole('navigation').getByText(name, { exact: true });

/** A printer on TCP that keeps each connection's bytes. */
async function printer() {
  const printed = [];
  const server = createServer((socket) => {
    const parts = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => {});
    socket.on('close', () => printed.push(Buffer.concat(parts)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { printed, port: server.address().port, close: () => server.close() };
}

async function savePrinter(page, port) {
  await dock(page, 'More').click();
  await page.getByText(say('printers-title')).click();
  await button(page, 'printers-add').click();
  await button(page, 'printers-by-address').click();
  await page.getByRole('textbox', { name: /Address/ }).fill(`127.0.0.1:${port}`);
  await page.getByRole('textbox', { name: /call it/ }).fill('Van');
  await button(page, 'printers-save').click();
  await page.getByText(`127.0.0.1:${port}`).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
}

/** Quantity in the list of what the camera counted; 0 where it is empty. */
async function counted(page) {
  const list = page.getByRole('region', { name: say('scan-counted') });
  if (!(await list.count())) return 0;
  return Number.parseInt(await list.innerText(), 10) || 0;
}

async function until(what, test, patience = 30_000) {
  const end = Date.now() + patience;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`not in ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function deny(page) {
  await button(page, 'camera-start').click();
  await page.getByRole('alert').filter({ hasText: say('camera-denied') }).first().waitFor();
  await button(page, 'camera-again').waitFor();
  await page.getByRole('textbox', { name: say('scan-field') }).waitFor();
}

/** The code comes into view every four seconds, and each time one more is counted. */
async function see(page) {
  await page.context().grantPermissions(['camera']);
  await button(page, 'camera-again').click();
  await page.getByText('Pedra Alta Sparkling 1 L').first().waitFor({ timeout: 30_000 });
  await until('two counted', async () => (await counted(page)) >= 2);
  await button(page, 'camera-stop').click();
  await button(page, 'camera-start').waitFor();
  const before = await counted(page);
  await button(page, 'part-undo').click();
  await until('one fewer', async () => (await counted(page)) === before - 1);
}

/** What goes wrong with cameras, each with its sentence and a way on. */
async function fail(page) {
  const said = (key) => page.getByRole('alert').filter({ hasText: say(key) }).first().waitFor();
  for (const [name, key] of [['NotReadableError', 'camera-busy'], ['NotFoundError', 'camera-none']]) {
    await page.evaluate((error) => {
      const devices = navigator.mediaDevices;
      const real = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async () => {
        devices.getUserMedia = real;
        throw new DOMException('', error);
      };
    }, name);
    await page.getByRole('button', { name: /the camera/ }).first().click();
    await said(key);
  }
  await button(page, 'camera-again').click();
  await page.getByText(say('camera-aim')).waitFor();
  await page.locator('video#scan-camera').evaluate((video) => video.srcObject.getTracks()[0].stop());
  await said('camera-unplugged');
}

/** The light, where the camera has one. */
async function light(page) {
  await page.evaluate(() => {
    const track = MediaStreamTrack.prototype;
    track.getCapabilities = () => ({ torch: true });
    track.applyConstraints = async ({ advanced: [{ torch }] }) => { window.torch = torch; };
  });
  await button(page, 'camera-again').click();
  await button(page, 'camera-light-on').click();
  await page.waitForFunction(() => window.torch === true);
  await button(page, 'camera-light-off').click();
  await page.waitForFunction(() => window.torch === false);
  await button(page, 'camera-stop').click();
}

/** The camera of the desktop, of which a film takes the place: the app reads it and the page draws it. */
async function film(page) {
  await dock(page, 'Scan').click();
  await button(page, 'camera-start').click();
  await until('one counted', async () => (await counted(page)) >= 1);
  const greys = await page.locator('canvas#scan-camera').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return [canvas.width, canvas.height, Math.max(...data.filter((_, at) => at % 4 === 0).slice(0, 1000))];
  });
  assert.deepEqual(greys, [640, 480, 200], 'the picture is drawn');
  await button(page, 'camera-stop').click();
  await button(page, 'camera-start').waitFor();
}

async function setPrefix(page, prefix) {
  await dock(page, 'More').click();
  await page.getByText(say('scanning-title')).click();
  await page.getByRole('textbox', { name: say('scanning-prefix') }).fill(prefix);
  await button(page, 'scanning-keep').click();
  await page.getByText(say('scanning-kept')).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
}

/** What was typed stays as it was, and the item is one more. */
async function handheld(page, code) {
  await dock(page, 'Today').click();
  await rep.openDraft(page, 'Mercearia Flor do Bonfim');
  const before = await rep.total(page);
  const field = rep.addField(page);
  await field.pressSequentially('esp', { delay: 80 });
  await rep.burst(page, code);
  await until('another total', async () => (await rep.total(page)) !== before);
  assert.equal(await field.inputValue(), 'esp');
  await whileBusy(page, field, code);
}

/** The page is busy in the middle of the keys, as on a slow phone: it is one code all the same. */
async function whileBusy(page, field, code) {
  const before = await rep.total(page);
  await page.evaluate(() => {
    let keys = 0;
    const stall = () => {
      keys += 1;
      if (keys !== 4) return;
      window.removeEventListener('keydown', stall, true);
      const until = performance.now() + 250;
      while (performance.now() < until);
    };
    window.addEventListener('keydown', stall, true);
  });
  await rep.burst(page, code);
  await until('another total', async () => (await rep.total(page)) !== before);
  assert.equal(await field.inputValue(), 'esp');
}

async function print(page, slip) {
  const due = await rep.total(page);
  const number = await rep.place(page, due);
  await page.getByRole('button', { name: /^Print/ }).first().click();
  await until('a receipt on paper', () => slip.printed.some((bytes) => bytes.includes(number)));
  assert.ok(slip.printed.some((bytes) => bytes.includes('Pedra Alta')), 'the receipt names the item');
}

/** One rep with a camera and a printer. */
export async function scan(step) {
  const path = join(tmpdir(), `satchel-e2e-${process.pid}.y4m`);
  write(path, rep.BARCODE);
  const browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ]);
  const folder = newFolder();
  const slip = await printer();
  let app = await startApp(folder);
  process.once('exit', () => app.kill());
  try {
    let page = await openPage(browser, app.address);
    if (!(await hasCamera(page))) await lendCamera(page, rep.BARCODE);
    await step('a printer is saved by its address', page, async () => {
      await rep.exploreDemo(page);
      await savePrinter(page, slip.port);
    });
    await step('a camera that is forbidden says so and leaves typing', page, async () => {
      await dock(page, 'Today').click();
      await rep.findCustomer(page, 'bonf', 'Mercearia Flor do Bonfim');
      await rep.startOrder(page);
      // A press while one screen gives way to the next may meet neither.
      for (let presses = 0; presses < 12 && !(await page.getByRole('navigation').count()); presses += 1) {
        await page.getByRole('button', { name: 'Back' }).click();
        await page.waitForTimeout(250);
      }
      await dock(page, 'Scan').click();
      await deny(page);
    });
    await step('the camera counts what it sees, and undo takes one back', page, () => see(page));
    await step('a camera that is busy, missing or pulled out says so and starts again', page, () => fail(page));
    await step('the light goes on and off', page, () => light(page));
    await step('a camera of this machine is drawn and read by the app', page, async () => {
      await app.kill();
      await page.context().close();
      app = await startApp(folder, { extra: ['--film', path] });
      page = await openPage(browser, app.address);
      await rep.unlock(page);
      await film(page);
    });
    await step('a handheld scanner adds its item past the field that has the focus', page, async () => {
      await setPrefix(page, '~');
      await handheld(page, `~${rep.BARCODE}`);
    });
    await step('the order is placed and its receipt printed', page, () => print(page, slip));
  } finally {
    slip.close();
    await app.kill();
    await browser.close();
    removeFolder(folder);
    rmSync(path, { force: true });
  }
}
