// A practice site beside the app: founded with the demo company, stopped and started again where it was,
// and changed behind the phone's back as an office does.
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MORNING, end, root, target } from './app.mjs';

const run = promisify(execFile);
const ADMINISTRATOR = 'administrator:practice';

/** Starts the site over a folder, at a port or a free one (0); gives its address and its process. */
async function spawnSite(folder, port, faults) {
  const args = [
    '--demo', '--today', MORNING.slice(0, 10), '--port', String(port),
    '--database', join(folder, 'site.db'), '--account', join(folder, 'account.json'),
    '--set-up', join(root, 'shared/office/data/set-up.json'), '--faults', faults,
  ];
  const child = spawn(join(target, 'debug', 'satchel-practice-site'), args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RUST_LOG: 'warn' },
  });
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no practice site in 30 s')), 30_000);
    child.stdout.on('data', (chunk) => {
      const found = String(chunk).match(/http:\/\/127\.0\.0\.1:\d+/);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`the practice site ended with ${code}`)));
  });
  child.removeAllListeners('exit');
  return { address, child };
}

/** A site with the demo company and its rep. */
export async function startSite(folder) {
  let { address, child } = await spawnSite(folder, 0, '');
  const { user } = JSON.parse(readFileSync(join(folder, 'account.json'), 'utf8'));
  const headers = {
    Authorization: `token ${ADMINISTRATOR}`,
    'Content-Type': 'application/json',
    Accept: 'application/json',
  };
  const ask = async (method, doctype, rest, body) => {
    const place = `${address}/api/resource/${encodeURIComponent(doctype)}${rest}`;
    const answer = await fetch(place, { method, headers, body: body && JSON.stringify(body) });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${said.slice(0, 200)}`);
    return JSON.parse(said).data;
  };
  const office = (...args) => run(join(target, 'debug', 'satchel-office'), args);
  const identity = join(folder, 'courier.key');
  const line = () => ['--site', address, '--token', ADMINISTRATOR];
  const site = {
    user,
    /** The text of the code the office gives the rep, with the office's key for what is carried by file. */
    async code() {
      const key = await office('courier', 'key', '--out', identity);
      const recipient = key.stdout.match(/age1\w+/)[0];
      const told = await office(
        'enroll', user, ...line(), '--device', 'VAN3', '--courier-key', recipient, '--json',
      );
      return JSON.parse(told.stdout).code;
    },
    /** Delivers a file as the office does; what it said, and where its receipt is. */
    async deliver(file) {
      const sent = await office('courier', 'send', file, ...line(), '--identity', identity);
      return { said: sent.stdout, receipt: `${file}.receipt` };
    },
    /** The documents of a doctype where a field has a value. */
    find(doctype, field, value, fields) {
      const asked = new URLSearchParams({
        filters: JSON.stringify([[field, '=', value]]),
        fields: JSON.stringify(['name', ...fields]),
      });
      return ask('GET', doctype, `?${asked}`);
    },
    /** Makes a document, as somebody at the office does. */
    make: (doctype, fields) => ask('POST', doctype, '', fields),
    /** Changes a document, as somebody at the office does. */
    change: (doctype, name, fields) =>
      ask('PUT', doctype, `/${encodeURIComponent(name)}`, fields),
    stop: () => end(child, 'SIGINT'),
    /** Starts it again where it was; `faults` as the practice site takes them. */
    async startAgain(faults = '') {
      ({ address, child } = await spawnSite(folder, Number(new URL(address).port), faults));
    },
  };
  process.once('exit', () => child.kill('SIGKILL'));
  return site;
}
