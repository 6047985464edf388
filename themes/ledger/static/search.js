// Optional: looks words up in Pagefind's index. Without it the list of every story stands on the page.
const form = document.querySelector("[data-find]");
const found = document.getElementById("found");
const results = document.getElementById("results");
const filters = document.getElementById("filters");
const NAMES = { topic: "Topic", verification: "Verification", impact: "Impact" };
const SHOWN = 30;

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function select(name, values) {
  const made = element("select", "");
  made.name = name;
  made.append(new Option("Any", ""));
  const keys = Object.keys(values).sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  for (const value of keys) made.append(new Option(value, value));
  made.value = new URLSearchParams(location.search).get(name) ?? "";
  made.addEventListener("change", look);
  return element("label", "", NAMES[name], made);
}

function marked(text) {
  // Excerpts hold <mark> and escaped text only; they are read as a document of their own and rebuilt.
  const parsed = new DOMParser().parseFromString(text, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
}

function row(hit) {
  const link = element("a", "", hit.meta.title);
  link.href = hit.url;
  const made = element("li", "", element("h2", "card__title", link));
  if (hit.meta.badge) {
    made.append(element("p", "card__badge", element("span", `badge badge--${hit.meta.level}`, hit.meta.badge)));
  }
  made.append(element("p", "card__summary", ...marked(hit.excerpt)));
  if (hit.meta.date) made.append(element("p", "card__meta", hit.meta.date));
  return made;
}

async function look() {
  const words = form.elements.q.value.trim();
  const chosen = {};
  for (const one of filters.querySelectorAll("select")) if (one.value) chosen[one.name] = one.value;
  const address = new URLSearchParams(words ? { q: words, ...chosen } : chosen).toString();
  history.replaceState(null, "", address ? `?${address}` : location.pathname);
  if (!words && !Object.keys(chosen).length) {
    found.textContent = "";
    return results.replaceChildren();
  }
  const answer = await index.search(words || null, { filters: chosen });
  const hits = await Promise.all(answer.results.slice(0, SHOWN).map((one) => one.data()));
  const all = answer.results.length;
  found.textContent = `${all} ${all === 1 ? "page" : "pages"} found${all > SHOWN ? `, the first ${SHOWN} shown` : ""}.`;
  results.replaceChildren(...hits.map(row));
}

let index;

async function begin() {
  index = await import(form.dataset.find);
  const known = await index.filters();
  for (const name of Object.keys(NAMES)) if (known[name]) filters.append(select(name, known[name]));
  form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
  form.elements.q.addEventListener("input", look);
  form.classList.add("find--ready");
  return look();
}

// A preview has no index: the form goes, and the list below is the search.
begin().catch(() => { form.hidden = true; });
