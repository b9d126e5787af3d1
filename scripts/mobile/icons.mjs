// Draws the phones' icons from assets/icon/satchel.svg with a headless Chromium.
// Usage: node scripts/mobile/icons.mjs [--check]
// With --check nothing is written: every icon must be there in its size, and iOS' without transparency.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const catalogue = join(root, "ios/Assets.xcassets");

// Android before 8.0; later ones draw the vector. Sizes: 48 dp at each density.
const ANDROID = { mdpi: 48, hdpi: 72, xhdpi: 96, xxhdpi: 144, xxxhdpi: 192 };
// idiom, points, scales: Apple, "Configuring your app icon", the list of sizes without a single one.
const IOS = [
  ["iphone", 20, [2, 3]], ["iphone", 29, [2, 3]], ["iphone", 40, [2, 3]], ["iphone", 60, [2, 3]],
  ["ipad", 20, [1, 2]], ["ipad", 29, [1, 2]], ["ipad", 40, [1, 2]], ["ipad", 76, [1, 2]], ["ipad", 83.5, [2]],
  ["ios-marketing", 1024, [1]],
];

const info = { author: "xcode", version: 1 };
const images = IOS.flatMap(([idiom, points, scales]) => scales.map((scale) => ({
  filename: `icon-${points * scale}.png`, idiom, scale: `${scale}x`, size: `${points}x${points}`,
})));
const wanted = [
  ...Object.entries(ANDROID).map(([density, size]) => ({
    file: join(root, `android/res/mipmap-${density}/ic_launcher.png`), size, round: true,
  })),
  ...[...new Set(images.map((image) => image.filename))].map((name) => ({
    file: join(catalogue, "AppIcon.appiconset", name), size: Number(/\d+/.exec(name)[0]), round: false,
  })),
  ...[1, 2, 3].map((scale) => ({
    file: join(catalogue, `Bag.imageset/bag@${scale}x.png`), size: 108 * scale, bag: true,
  })),
];
const bagImages = [1, 2, 3].map((scale) => ({ filename: `bag@${scale}x.png`, idiom: "universal", scale: `${scale}x` }));

/** Width, height and colour type (PNG, third edition, 11.2.1); 2 has no transparency. */
const header = (file) => {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]];
};

if (process.argv.includes("--check")) {
  for (const { file, size, round, bag } of wanted) {
    const [width, height, colours] = header(file);
    if (width !== size || height !== size) throw new Error(`${file}: ${width}×${height}, not ${size}`);
    if (!round && !bag && colours !== 2) throw new Error(`${file}: the store takes no transparency`);
  }
  const listed = JSON.parse(readFileSync(join(catalogue, "AppIcon.appiconset/Contents.json"))).images;
  if (JSON.stringify(listed) !== JSON.stringify(images)) throw new Error("AppIcon.appiconset/Contents.json lists other sizes");
  console.log(`${wanted.length} icons are there`);
} else {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  const svg = readFileSync(join(root, "assets/icon/satchel.svg"), "utf8");
  const save = (file, data) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  };
  for (const { file, size, round, bag } of wanted) {
    await page.setViewportSize({ width: size, height: size });
    // A launch screen stands on the system's own ground: the bag alone, in the brand's colour.
    const drawn = bag ? svg.replace(/<rect width="108"[^>]*>/, "").replaceAll("#0b5a4a", "#hole").replaceAll("#ffffff", "#0b5a4a").replaceAll("#hole", "#ffffff") : svg;
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh;border-radius:${round ? 22 : 0}%}</style>${drawn}`);
    const png = await page.screenshot({ omitBackground: Boolean(round || bag) });
    save(file, png);
  }
  await browser.close();
  save(join(catalogue, "Contents.json"), JSON.stringify({ info }, null, 2) + "\n");
  save(join(catalogue, "AppIcon.appiconset/Contents.json"), JSON.stringify({ images, info }, null, 2) + "\n");
  save(join(catalogue, "Bag.imageset/Contents.json"), JSON.stringify({ images: bagImages, info }, null, 2) + "\n");
}
