// Asks Lighthouse about the key pages of a printed site, as a phone sees them: 100 in all four or exit 1.
// node lighthouse.mjs OUTPUT [ADDRESS ...]; the site is served on the loopback address that it was printed for.
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const WANTED = 100;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ROUNDS = 3; // Of performance the middle one counts: on a busy machine a single one says little.
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
  ".png": "image/png", ".woff2": "font/woff2", ".wasm": "application/wasm", ".ics": "text/calendar",
};

const [output, ...asked] = process.argv.slice(2);

function fail(words) {
  console.error(words);
  process.exit(2);
}

function home() {
  if (!output || !existsSync(join(output, "index.html"))) fail("Usage: node lighthouse.mjs OUTPUT [ADDRESS ...]; OUTPUT is a printed site.");
  const named = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(output, "index.html"), "utf8"));
  const address = named && new URL(named[1]);
  if (!address || !["127.0.0.1", "localhost"].includes(address.hostname)) {
    fail(`The site was printed for ${address?.origin ?? "no address"}. Print it for this machine: SITEURL=http://127.0.0.1:8000 pelican`);
  }
  return address;
}

function keyPages() {
  const stories = readdirSync(join(output, "stories"))
    .map((name) => ({ address: `/stories/${name}/`, file: join(output, "stories", name, "index.html") }))
    .filter(({ file }) => existsSync(file));
  const largest = stories.sort((a, b) => statSync(b.file).size - statSync(a.file).size)[0];
  return ["/", largest.address, "/trends/", "/search/", "/methodology/"];
}

function send(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const wanted = join(output, path.endsWith("/") ? `${path}index.html` : path);
  const there = existsSync(wanted) && statSync(wanted).isFile();
  const file = there ? wanted : join(output, "404.html");
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const way = /text|json|xml|javascript|svg/.test(type) && packing(request.headers["accept-encoding"] ?? "");
  const body = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  response.writeHead(there ? 200 : 404, {
    "Content-Type": type,
    "Cache-Control": path.startsWith("/theme/") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(way ? { "Content-Encoding": way } : {}),
  });
  response.end(way === "br" ? brotliCompressSync(body) : way === "gzip" ? gzipSync(body) : body);
}

function packing(accepted) {
  // Browsers take brotli from secure hosts only; from this one they get gzip.
  return ["br", "gzip"].find((name) => accepted.split(/[\s,;]+/).includes(name));
}

function browser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return found ?? fail("No Chromium on the PATH. Put it there, or name it: CHROMIUM=/path/to/chromium make lighthouse");
}

function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function judge(url, port) {
  const runs = [];
  do {
    runs.push((await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "error" })).lhr);
  } while (runs.length < ROUNDS && runs.at(-1).categories.performance.score < 1);
  const scores = CATEGORIES.map((name) => Math.round(100 * (name === "performance" && runs.length === ROUNDS
    ? middle(runs.map((run) => run.categories[name].score)) : runs.at(-1).categories[name].score)));
  return { scores, run: runs.at(-1) };
}

function reasons({ categories, audits }) {
  return CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `    ${id}: ${audits[id].title} ${audits[id].displayValue ?? ""}`);
}

const address = home();
const server = createServer(send);
server.on("error", (error) => fail(`Cannot serve on ${address.host}: ${error.message}. Stop what listens there (make serve?).`));
await new Promise((done) => server.listen(Number(address.port) || 80, address.hostname, done));
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const chrome = await launch({
  chromePath: browser(), userDataDir: profile, logLevel: "error",
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update"],
});
let below = 0;
try {
  console.log(CATEGORIES.join(" / "));
  for (const page of asked.length ? asked : keyPages()) {
    const { scores, run } = await judge(address.origin + page, chrome.port);
    const good = scores.every((score) => score >= WANTED);
    console.log(`${scores.join(" / ")}  ${page}`);
    if (!good) console.log(reasons(run).join("\n"));
    below += good ? 0 : 1;
  }
} finally {
  chrome.kill();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(below ? 1 : 0);
