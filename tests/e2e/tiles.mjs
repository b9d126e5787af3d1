// Base maps small enough to be made on the spot: PMTiles 3 with vector or raster tiles, and a server of tiles and
// of such a file on this machine that answers parts of it.
import { createServer } from 'node:http';
import { deflateSync } from 'node:zlib';

/** Width and height of a vector tile in its own units (Mapbox Vector Tile 2.1, 4.1). */
const EXTENT = 4096;
/** Deepest zoom of a map that is made here. */
const DEEPEST = 12;
const SIDE = 256;

const varint = (number) => {
  const bytes = [];
  for (let left = number; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 128);
  }
};

/** A field of a protocol buffer whose content has a length. */
const field = (number, content) => [...varint((number << 3) | 2), ...varint(content.length), ...content];
const figure = (number, value) => [...varint(number << 3), ...varint(value)];
const text = (word) => [...Buffer.from(word)];
const zigzag = (number) => (number < 0 ? -2 * number - 1 : 2 * number);

/** Points as commands: a move, lines, and for a polygon the way back. */
const drawn = (points, closed) => {
  let [x, y] = [0, 0];
  const step = ([px, py]) => {
    const by = [zigzag(px - x), zigzag(py - y)];
    [x, y] = [px, py];
    return by.flatMap(varint);
  };
  const [first, ...rest] = points;
  return [...varint(9), ...step(first), ...varint((rest.length << 3) | 2), ...rest.flatMap(step), ...(closed ? varint(15) : [])];
};

const POLYGON = 3;
const LINE = 2;

const layer = (name, type, ...shapes) =>
  field(3, [
    ...figure(15, 2),
    ...field(1, text(name)),
    ...shapes.flatMap((points) => field(2, [...figure(3, type), ...field(4, drawn(points, type === POLYGON))])),
    ...figure(5, EXTENT),
  ]);

/** Land with lakes and roads all over it, so that every view has some, in the layers of Protomaps. */
const vectorTile = () => {
  const [near, far, cell] = [0, EXTENT, EXTENT / 4];
  const square = (x, y, side) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
  const cells = [0, 1, 2, 3].map((nth) => nth * cell);
  const lakes = cells.flatMap((x) => cells.map((y) => square(x + cell / 2, y + cell / 2, cell / 3)));
  const roads = cells.flatMap((at) => [[[near, at + 200], [far, at + 260]], [[at + 200, near], [at + 260, far]]]);
  return Buffer.from([
    ...layer('earth', POLYGON, square(near, near, far)),
    ...layer('water', POLYGON, ...lakes),
    ...layer('roads', LINE, ...roads),
  ]);
};

/** CRC-32 as PNG has it (ISO 3309). */
const crc32 = (bytes) => {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
};

const chunk = (name, content) => {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** A tile of one colour with a darker rim (PNG, ISO/IEC 15948). */
export const rasterTile = ([red, green, blue]) => {
  const rows = [];
  for (let y = 0; y < SIDE; y += 1) {
    const row = [0];
    for (let x = 0; x < SIDE; x += 1) {
      const rim = x < 4 || y < 4;
      row.push(...(rim ? [red >> 1, green >> 1, blue >> 1] : [red, green, blue]));
    }
    rows.push(Buffer.from(row));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/**
 * An archive of PMTiles 3 in which every tile of every zoom is the same: one entry with a run as long as there are
 * tiles, which is what the format has for oceans.
 */
function archive(tile, tileType, about) {
  let tiles = 0;
  for (let zoom = 0; zoom <= DEEPEST; zoom += 1) tiles += 4 ** zoom;
  // Number of entries; then of all of them the ids, the runs, the lengths and the offsets (plus one).
  const root = Buffer.from([...varint(1), ...varint(0), ...varint(tiles), ...varint(tile.length), ...varint(1)]);
  const metadata = Buffer.from(JSON.stringify(about));
  const head = Buffer.alloc(127);
  head.write('PMTiles');
  head.writeUInt8(3, 7);
  const parts = [root, metadata, Buffer.alloc(0), tile];
  let at = head.length;
  parts.forEach((part, nth) => {
    head.writeBigUInt64LE(BigInt(at), 8 + nth * 16);
    head.writeBigUInt64LE(BigInt(part.length), 16 + nth * 16);
    at += part.length;
  });
  head.writeBigUInt64LE(BigInt(tiles), 72);
  head.writeBigUInt64LE(1n, 80);
  head.writeBigUInt64LE(1n, 88);
  // Clustered; nothing is compressed; the kind of tile; zooms; the whole world in ten-millionths of a degree.
  head.set([1, 1, 1, tileType, 0, DEEPEST], 96);
  [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((edge, nth) => head.writeInt32LE(edge, 102 + nth * 4));
  return Buffer.concat([head, ...parts]);
}

/** A base map of vector tiles. */
export const vectorMap = () =>
  archive(vectorTile(), 1, { vector_layers: ['earth', 'water', 'roads'].map((id) => ({ id, fields: {} })) });

/** A base map of pictures. */
export const rasterMap = (colour) => archive(rasterTile(colour), 2, {});

/** A server of tiles (`/{z}/{x}/{y}.png`) and of an archive (`/world.pmtiles`), in parts as asked for. */
export async function startTiles({ tile, map }) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url, range: request.headers.range });
    const open = { 'Access-Control-Allow-Origin': '*' };
    if (request.url.endsWith('.png')) {
      response.writeHead(200, { ...open, 'Content-Type': 'image/png' }).end(tile);
      return;
    }
    const [, from, until] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (!from) {
      response.writeHead(416, open).end();
      return;
    }
    const part = map.subarray(Number(from), Number(until) + 1);
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${map.length}`;
    response.writeHead(206, { ...open, 'Content-Type': 'application/octet-stream', 'Content-Range': range, ETag: '"1"' }).end(part);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    asked,
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => server.close(done)),
  };
}
