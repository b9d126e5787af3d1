// Writes assets/licences.tsv: the licence of every Rust library the app is built from on this
// platform and on the phones, as each names it in its manifest. With --check it writes nothing and fails when a
// library is missing from the file, stands under another licence, or names none.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const file = new URL('../assets/licences.tsv', import.meta.url).pathname;

function run(program, args) {
  return execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** What the app's crate depends on to run, itself and its neighbours left out. */
function libraries() {
  const host = run('rustc', ['-vV']).match(/^host: (.+)$/m)[1];
  const platforms = [host, 'aarch64-linux-android', 'aarch64-apple-ios'];
  const args = ['metadata', '--format-version', '1', '--locked'];
  args.push(...platforms.flatMap((platform) => ['--filter-platform', platform]));
  const { packages, resolve } = JSON.parse(run('cargo', args));
  const known = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const open = packages.filter((one) => one.name === 'satchel-mobile').map((one) => one.id);
  const seen = new Set();
  while (open.length) {
    const id = open.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null)) open.push(pkg);
    }
  }
  return [...seen].map((id) => known.get(id)).filter((one) => one.source !== null);
}

/** One way to write a licence: old manifests part alternatives by a stroke. */
const spelled = (licence) => licence.replaceAll(/\s*\/\s*/g, ' OR ');

function grouped(found) {
  const groups = new Map();
  for (const { name, license } of found) {
    const licence = spelled(license);
    groups.set(licence, (groups.get(licence) ?? new Set()).add(name));
  }
  return groups;
}

const found = libraries();
const silent = found.filter(({ license }) => !license).map(({ name }) => name);
if (silent.length) {
  console.error(`no licence is named by ${silent.join(', ')}`);
  process.exit(1);
}
const groups = grouped(found);
if (process.argv.includes('--check')) {
  const kept = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([licence, names]) => [licence, new Set(names?.split(', '))]),
  );
  const missing = [...groups].flatMap(([licence, names]) =>
    [...names].filter((name) => !kept.get(licence)?.has(name)).map((name) => `${name} (${licence})`),
  );
  if (missing.length) {
    console.error(`assets/licences.tsv lacks ${missing.join(', ')}: run make licences`);
    process.exit(1);
  }
} else {
  const lines = [...groups]
    .sort(([one, ones], [other, others]) => others.size - ones.size || (one < other ? -1 : 1))
    .map(([licence, names]) => `${licence}\t${[...names].sort().join(', ')}\n`);
  writeFileSync(file, lines.join(''));
}
