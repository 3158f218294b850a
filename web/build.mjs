// Bundles what the browser gets into dist/, from where the binary takes it, each file also compressed.
import { build } from "esbuild";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { compile } from "sass";
import { feature } from "topojson-client";

const DENMARK = "208";
const dist = "dist";
for (const file of readdirSync(dist)) if (file !== ".gitignore") rmSync(`${dist}/${file}`);

// A rem is 10 pixels in the design system and 16 in Leon's reports.
const pages = ["document/content.css", "projection/style.css", "route/page/style.css", "roster/page/style.css"];
const reports = [...pages.map((file) => `leon-pages/src/${file}`), "leon-server/src/assets/layout.css"]
  .map((file) => readFileSync(`../crates/${file}`, "utf8"))
  .join("")
  .replace(/(\d*\.?\d+)rem\b/g, (_, value) => `${+(value * 1.6).toFixed(3)}rem`);
const look = compile("src/look.scss", { loadPaths: ["node_modules"], quietDeps: true, charset: false }).css;

await build({
  entryPoints: { leon: "src/leon.ts" },
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  outdir: dist,
  chunkNames: "[name]-[hash]",
});
await build({
  stdin: { contents: reports + look, loader: "css", resolveDir: "." },
  bundle: true,
  minify: true,
  outfile: `${dist}/leon.css`,
  publicPath: "/assets",
  loader: { ".svg": "dataurl", ".png": "dataurl", ".woff2": "file" },
  assetNames: "[name]-[hash]",
});
// MapLibre works in a thread of its own, from a file of its own.
await build({
  entryPoints: { "map-worker": "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs" },
  minify: true,
  outdir: dist,
});
await build({ entryPoints: { map: "node_modules/maplibre-gl/dist/maplibre-gl.css" }, minify: true, outdir: dist,
  bundle: true, loader: { ".svg": "dataurl" } });

// Denmark's coast at 1:10,000,000 (Natural Earth, public domain): the map when there is no other.
const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-10m.json", "utf8"));
const denmark = atlas.objects.countries.geometries.find((it) => it.id === DENMARK);
writeFileSync(`${dist}/denmark.json`, JSON.stringify(feature(atlas, denmark)));

for (const file of readdirSync(dist)) {
  if (file.endsWith(".woff2") || file === ".gitignore") continue;
  const compressed = brotliCompressSync(readFileSync(`${dist}/${file}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  writeFileSync(`${dist}/${file}.br`, compressed);
}
