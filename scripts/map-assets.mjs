// Writes assets/map: MapLibre GL and PMTiles as their packages bring them, and the outline of the world from
// Natural Earth 1:110m (public domain). The result is committed. With --check it writes nothing and fails
// when a file is not what the packages give.
import { readFileSync, writeFileSync } from 'node:fs';
import { merge, mesh } from 'topojson-client';

const packages = new URL('../node_modules/', import.meta.url);
const folder = new URL('../assets/map/', import.meta.url);
/** Decimals of a degree: 1:110m tells no more. */
const PLACES = 2;

const read = (path) => readFileSync(new URL(path, packages), 'utf8');
const round = (figure) => Number(figure.toFixed(PLACES));

/** Coordinates with the digits that mean something, points that came to lie on the one before left out. */
function rounded(coordinates) {
  if (typeof coordinates[0] === 'number') return coordinates.map(round);
  const found = coordinates.map(rounded);
  if (typeof found[0][0] !== 'number') return found;
  return found.filter((point, at) => at === 0 || point.some((figure, n) => figure !== found[at - 1][n]));
}

function world() {
  const atlas = JSON.parse(read('world-atlas/countries-110m.json'));
  const { countries } = atlas.objects;
  const feature = (kind, { type, coordinates }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type, coordinates: rounded(coordinates) },
  });
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('land', merge(atlas, countries.geometries)),
      feature('border', mesh(atlas, countries, (one, other) => one !== other)),
    ],
  });
}

/** A library without the line that names its source map, which is not there. */
function library(path) {
  const text = read(path);
  return `${text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '')}\n`;
}

const files = {
  'maplibre-gl.js': library('maplibre-gl/dist/maplibre-gl.js'),
  'pmtiles.js': library('pmtiles/dist/pmtiles.js'),
  'world.json': `${world()}\n`,
  'LICENSE-maplibre-gl.txt': read('maplibre-gl/dist/LICENSE.txt'),
};

for (const [name, content] of Object.entries(files)) {
  const file = new URL(name, folder);
  if (!process.argv.includes('--check')) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(`assets/map/${name} is not what its package gives: run make map`);
    process.exit(1);
  }
}
