// What may befall a phone: a torn database, a key store that lost its keys. The app must not be running.
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const profile = (folder) => {
  const profiles = join(folder, 'profiles');
  return join(profiles, readdirSync(profiles)[0]);
};

/** Overwrites the beginning of the database and takes its log away. */
export function tear(folder) {
  const database = join(profile(folder), 'satchel.db');
  const file = openSync(database, 'r+');
  writeSync(file, Buffer.alloc(8192, 7), 0, 8192, 0);
  closeSync(file);
  rmSync(`${database}-wal`, { force: true });
  rmSync(`${database}-shm`, { force: true });
}

/** Takes the keys out of the key store, as if the folder had come from another phone. */
export function loseTheKey(folder) {
  const keys = join(folder, 'keys');
  for (const name of readdirSync(keys)) rmSync(join(keys, name));
}
