// Optional: looks words up in Pagefind's index. Without it the lists of every story and every name stand on the page.
const form = document.querySelector("[data-find]");
const [found, help, results, more, all] = ["found", "help", "results", "more", "all"].map((id) => document.getElementById(id));
const field = form.elements.q;
const filters = ["kind", "topic", "verification", "impact", "year"].map((name) => form.elements[name]);
const LEVELS = { verified: "Verified", "single-source": "Single source", disputed: "Disputed", unchecked: "Cited, not checked", retracted: "Retracted" };
const SHOWN = 20;
const PAUSE = 250; // Milliseconds after a key before words are looked up: lists that change at each letter cannot be read.

let index;
let turn = 0; // Of answers that cross each other only the last is shown.
let hits = [];

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function marked(text) {
  // Excerpts hold <mark> and escaped text only; they are read as a document of their own and rebuilt.
  const parsed = new DOMParser().parseFromString(text, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
}

// Where an excerpt was cut out of a sentence it says so.
function cut(text) {
  const bare = text.replace(/<\/?mark>/g, "").trim();
  return `${/^[^\p{Lu}\p{N}"“‘'$€£]/u.test(bare) ? "… " : ""}${text.trim()}${/[.!?”"]$/.test(bare) ? "" : " …"}`;
}

function row({ url, meta, filters: of, excerpt }) {
  const link = element("a", "", meta.title);
  link.href = url;
  const made = element("li", "", element("p", "card__kicker", (of.topic ?? of.kind ?? []).join(", ")), element("h2", "card__title", link));
  if (meta.level in LEVELS) {
    made.append(element("p", "card__badge", element("span", `badge badge--${meta.level}`, meta.badge)));
  }
  made.append(element("p", "card__summary", ...marked(cut(excerpt))));
  if (meta.date) made.append(element("p", "card__meta", `${meta.date}. Impact ${of.impact} of 10`));
  return made;
}

function asked() {
  const chosen = Object.fromEntries(filters.filter((one) => one.value).map((one) => [one.name, one.value]));
  return { words: field.value.trim(), chosen, order: form.elements.order.value };
}

function address({ words, chosen, order }) {
  const told = new URLSearchParams({ ...(words && { q: words }), ...chosen, ...(order && { order }) }).toString();
  return told ? `?${told}` : location.pathname;
}

// Impact is asked for as "at least": every number from there on will do.
const wanted = (chosen) => ("impact" in chosen
  ? { ...chosen, impact: { any: [...Array(11).keys()].map(String).filter((one) => +one >= +chosen.impact) } } : chosen);

function ask({ words, chosen, order }) {
  // Without words nothing fits better than anything else; stories then come by date, if what was chosen is theirs alone.
  const dated = order || (!words && (chosen.kind === "Story" || Object.keys(chosen).some((name) => name !== "kind")));
  return index.search(words || null, { filters: wanted(chosen), ...(dated && { sort: { day: "desc" } }) });
}

function choices(name, counts) {
  const values = Object.keys(counts).sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  if (name === "impact") {
    return values.map((value) => [value, `${value} or more`, values.reduce((sum, one) => sum + (+one >= +value ? counts[one] : 0), 0)]);
  }
  if (name === "verification") return Object.keys(LEVELS).filter((one) => one in counts).map((one) => [one, LEVELS[one], counts[one]]);
  return (name === "year" ? values.reverse() : values).map((value) => [value, value, counts[value]]);
}

function fill(select, counts) {
  const options = choices(select.name, counts).filter(([, , many]) => many)
    .map(([value, text, many]) => new Option(`${text} (${many.toLocaleString("en-GB")})`, value));
  const chosen = select.value;
  select.replaceChildren(new Option("Any", ""), ...options);
  if (chosen && !options.some((one) => one.value === chosen)) select.append(new Option(`${LEVELS[chosen] ?? chosen} (0)`, chosen));
  select.value = chosen;
}

// How many each choice of a filter would leave, the other filters as they are.
async function recount(now, answer, mine) {
  for (const select of filters) {
    const { [select.name]: own, ...others } = now.chosen;
    const counts = (own ? await index.search(now.words || null, { filters: wanted(others) }) : answer).filters;
    if (mine !== turn) return;
    fill(select, counts[select.name] ?? {});
  }
}

function paragraph(...children) {
  help.append(element("p", "", ...children));
  help.hidden = false;
}

function link(text, query) {
  const made = element("a", "", text);
  made.href = address(query);
  return made;
}

async function advise(now, none) {
  const { meant } = await import(form.dataset.words);
  const better = await meant(now.words, hits[0] && await hits[0].data(), new URL("words.json", new URL(form.dataset.find, location)));
  return { junk: better.junk, tell: () => {
    if (better.words) paragraph("Did you mean ", link(better.words, { ...now, words: better.words }), "?");
    if (!none && !better.junk) return;
    if (Object.keys(now.chosen).length) paragraph(link("Look without the filters", { words: now.words, chosen: {}, order: "" }), ".");
    paragraph("Fewer words find more, and so do their beginnings: all words have to stand on a page. The lists below lead to every page.");
  } };
}

async function show() {
  const next = hits.slice(results.children.length, results.children.length + SHOWN);
  const mine = turn;
  const rows = (await Promise.all(next.map((one) => one.data()))).map(row);
  if (mine !== turn) return undefined;
  results.append(...rows);
  more.hidden = results.children.length >= hits.length;
  return rows[0];
}

async function find() {
  const now = asked(), mine = ++turn;
  history.replaceState(null, "", address(now));
  const answer = await ask(now);
  if (mine !== turn) return;
  hits = answer.results;
  const idle = !now.words && !Object.keys(now.chosen).length && !now.order;
  const advice = now.words ? await advise(now, !hits.length) : undefined;
  if (mine !== turn) return;
  if (idle || advice?.junk) hits = [];
  const many = hits.length;
  help.replaceChildren();
  help.hidden = true;
  all.hidden = !idle;
  results.replaceChildren();
  await show();
  if (mine !== turn) return;
  const what = now.words ? ` for “${now.words}”` : "";
  found.textContent = idle ? "" : many ? `${many.toLocaleString("en-GB")} ${many === 1 ? "page" : "pages"} found${what}.` : `Nothing found${what}.`;
  if (advice) advice.tell();
  else if (!idle && !many) paragraph(link("Look without the filters", { words: "", chosen: {}, order: "" }), ".");
  await recount(now, advice?.junk ? { filters: {} } : answer, mine);
}

// What is lost on the way is told; the words stay, and another try may find them.
const look = () => find().catch(() => { found.textContent = "The search index could not be read. Try again, or use the lists below."; });

const links = () => [...results.querySelectorAll(".card__title a")];

function goTo(link) {
  if (!link) return;
  link.focus();
  link.closest("li").scrollIntoView({ block: "nearest" });
}

function step(event, by) {
  const known = links(), at = known.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== field) return;
  event.preventDefault();
  if (at + by < 0) return field.focus();
  goTo(known[at + by]);
}

function backToWords() {
  const again = document.activeElement === field;
  if (again) field.value = "";
  field.focus();
  field.select();
  return again && look();
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const writing = event.target.matches("input[type=search], select, textarea");
  if (event.key === "ArrowDown" && !event.target.matches("select")) step(event, 1);
  else if (event.key === "ArrowUp" && !event.target.matches("select")) step(event, -1);
  else if (event.key === "Escape" && (event.target === field || results.contains(event.target))) {
    event.preventDefault();
    backToWords();
  } else if (event.key === "/" && !writing && document.getElementById("slash").checked) {
    event.preventDefault();
    field.focus();
    field.select();
  }
}

function take(params) {
  field.value = params.get("q") ?? "";
  for (const select of [...filters, form.elements.order]) {
    const value = params.get(select.name) ?? "";
    if (value && ![...select.options].some((one) => one.value === value)) select.append(new Option(LEVELS[value] ?? value, value));
    select.value = value;
  }
}

async function begin() {
  index = await import(form.dataset.find);
  const known = await index.filters();
  for (const select of filters) fill(select, known[select.name] ?? {});
  take(new URLSearchParams(location.search));
  let waiting;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(look, PAUSE); };
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); look(); });
  field.addEventListener("input", later);
  for (const select of [...filters, form.elements.order]) select.addEventListener("change", look);
  more.firstElementChild.addEventListener("click", async () => goTo((await show())?.querySelector(".card__title a")));
  document.addEventListener("keydown", onKey);
  form.classList.add("find--ready");
  if (location.search) await look();
}

// Where the index cannot be fetched the form goes, and the lists are the search.
begin().catch(() => {
  form.classList.add("find--failed");
  found.textContent = "The search index could not be loaded. The lists below lead to every page.";
});
