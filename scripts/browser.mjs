// Brings the Chromium of npm's @sparticuz/chromium to where the browser tests look for it, once.
// It has no camera; tests/e2e/camera.mjs gives it one.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const VERSION = '153.0.0';
/** Where the browser is, or will be. */
export const BROWSER = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'satchel/chromium', VERSION, 'chromium');

async function unpack(from, to, options = {}) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, options));
}

async function bring() {
  const folder = join(BROWSER, '..');
  const packages = join(folder, 'npm');
  mkdirSync(packages, { recursive: true });
  console.log('Installing: a Chromium for the browser tests');
  execFileSync(
    'npm',
    ['install', '--prefix', packages, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', `@sparticuz/chromium@${VERSION}`],
    { stdio: 'inherit' },
  );
  const bin = join(packages, 'node_modules/@sparticuz/chromium/bin');
  // What draws WebGL without a graphics card lies beside the program.
  const libraries = join(folder, 'swiftshader.tar');
  await unpack(join(bin, 'swiftshader.tar.br'), libraries);
  execFileSync('tar', ['-xf', libraries, '-C', folder]);
  await unpack(join(bin, 'chromium.br'), `${BROWSER}.part`, { mode: 0o755 });
  rmSync(libraries);
  rmSync(packages, { recursive: true });
  renameSync(`${BROWSER}.part`, BROWSER);
}

if (import.meta.filename === process.argv[1] || import.meta.url === `file://${process.argv[1]}`) {
  if (!existsSync(BROWSER)) await bring();
}
