// Starts the browser shell of the app over a folder, and headless Chromium looking at it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER } from '../../scripts/browser.mjs';

export const root = new URL('../..', import.meta.url).pathname;
export const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');

/** Thursday morning in Porto: the demo company's dates move with it, and pictures stay the same. */
export const MORNING = '2026-05-14T09:41:00+01:00';

export function newFolder() {
  return mkdtempSync(join(tmpdir(), 'satchel-e2e-'));
}

export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts `satchel --browser` and waits for the address it prints. */
export async function startApp(folder, { now = MORNING, lang = 'en', profile = 'debug', extra = [] } = {}) {
  const args = ['--browser', '--port', '0', '--data', folder, '--lang', lang, ...extra];
  if (now) args.push('--fixed-time', now);
  const child = spawn(join(target, profile, 'satchel'), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The home folder is shown where a safe copy is offered: a picture tells of no machine.
    env: { ...process.env, HOME: '/home/rep' },
  });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address in 20 s:\n${said}`)), 20_000);
    const read = (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\S*/);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`the app ended with ${code}:\n${said}`)));
  });
  child.removeAllListeners('exit');
  return { address, pid: child.pid, log: () => said, kill: () => end(child, 'SIGKILL') };
}

/** Ends a process and waits for it: not for one that ended before, and not for ever. */
export async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** Gives what `work` gives, or says after so many minutes what was going on: nothing else ends a run that stands still. */
export async function within(minutes, what, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what()}: not done after ${minutes} minutes`)), minutes * 60_000);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function browserPath() {
  const named = process.env.CHROMIUM;
  const known = ['/usr/bin/chromium', '/snap/bin/chromium', '/usr/bin/google-chrome', BROWSER];
  const path = named ?? known.find((candidate) => existsSync(candidate));
  if (!path) throw new Error('no Chromium found; name one in CHROMIUM');
  return path;
}

/** Chromium; `extra` are further switches of its command line. */
export function launchBrowser(extra = []) {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extra,
    ],
  });
}

/** A phone-sized page on the app. Errors of the page fail the run. */
export async function openPage(browser, address, { dark = false, userAgent } = {}) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    userAgent,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(message.text());
  });
  await page.goto(address);
  return page;
}
