// The words of the screens, from the same files as the app.
import { readFileSync } from 'node:fs';

/** Looks a key up in a language: an expression for its sentence, with anything where it takes an argument. */
export function words(language) {
  const source = readFileSync(new URL(`../../assets/i18n/${language}.ftl`, import.meta.url), 'utf8');
  const found = new Map();
  for (const line of source.split('\n')) {
    const [, key, sentence] = line.match(/^([a-z0-9-]+) = (.+)$/) ?? [];
    if (key) found.set(key, sentence);
  }
  return (key) => {
    const sentence = found.get(key);
    if (!sentence || sentence.includes('->')) throw new Error(`no plain sentence ${key}`);
    const parts = sentence.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^\\s*${parts.join('.*')}\\s*$`, 's');
  };
}
