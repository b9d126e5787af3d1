// A film for Chromium's fake camera: an EAN-13 that comes into view and goes again.
import { closeSync, openSync, writeSync } from 'node:fs';

const [WIDTH, HEIGHT, RATE] = [640, 480, 15];
/** Pixels of the thinnest bar. */
const MODULE = 4;

// The seven modules of a digit with odd parity; even parity is the complement read backwards (ISO/IEC 15420).
const ODD = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
// Which of the six left digits have odd (L) and even (G) parity, by the first digit.
const PARITY = 'LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL'.split(' ');

const right = (digit) => [...ODD[digit]].map((bit) => (bit === '1' ? '0' : '1')).join('');
const left = (digit, parity) => (parity === 'L' ? ODD[digit] : [...right(digit)].reverse().join(''));

/** The 95 modules of an EAN-13, 1 for a bar. */
export function modules(code) {
  const [first, ...digits] = [...code].map(Number);
  const start = digits.slice(0, 6).map((digit, at) => left(digit, PARITY[first][at]));
  return `101${start.join('')}01010${digits.slice(6).map(right).join('')}101`;
}

/** Writes two seconds of nothing and two of the code, which the fake camera shows again and again. */
export function write(path, code) {
  const empty = Buffer.alloc(WIDTH * HEIGHT, 200);
  const drawn = Buffer.from(empty);
  const bars = modules(code);
  const edge = (WIDTH - bars.length * MODULE) / 2;
  for (let y = 130; y < 350; y += 1) {
    [...bars].forEach((bar, at) => {
      const from = y * WIDTH + edge + at * MODULE;
      if (bar === '1') drawn.fill(30, from, from + MODULE);
    });
  }
  const colours = Buffer.alloc(WIDTH * HEIGHT / 2, 128);
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420jpeg\n`);
  for (const luma of [empty, drawn]) {
    for (let frame = 0; frame < 2 * RATE; frame += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, luma);
      writeSync(file, colours);
    }
  }
  closeSync(file);
}
