// What every page says in the same way.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const days = new Map();
const cards = new WeakMap();

/** Text for a page. Most texts hold no sign, and looking is cheaper than replacing. */
export const text = (value) => {
  const words = String(value);
  return /[&<>"']/.test(words) ? words.replace(/[&<>"']/g, (sign) => SIGNS[sign]) : words;
};

export const each = (items, say) => (items ?? []).map(say).join("");

export const iso = (date) => date.toISOString().slice(0, 10);

/** A day as the pages print it; stories share their days. */
export function day(date) {
  const key = date.getTime();
  if (!days.has(key)) {
    days.set(key, `<time datetime="${iso(date)}">${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}</time>`);
  }
  return days.get(key);
}

export const updated = (data) => data.updated ?? data.date;

export const facts = (numbers) => each(numbers, (n) => ` <a class="fact" href="#fact-${n}">Fact ${n}</a>`);

function card(story, house) {
  const { data } = story;
  return `<li><article><p class="meta"><a href="/topics/${data.category}/">${text(house.topics[data.category].name)}</a></p>
<h2><a href="${story.url}">${text(data.title)}</a></h2>
<p>${text(data.summary)}</p>
<p class="meta">${day(story.date)}, updated ${day(updated(data))}</p></article></li>
`;
}

/** Stories in a list; each is put into words once and stands in about eight lists. */
export function list(stories, house) {
  const say = (story) => {
    if (!cards.has(story.data)) cards.set(story.data, card(story, house));
    return cards.get(story.data);
  };
  return `<ul class="cards">
${each(stories, say)}</ul>
`;
}

const at = (base, number) => (number > 1 ? `${base}page/${number}/` : base);

export const address = (base, sheet) => at(base, sheet.number);

export const numbered = (sheet) => (sheet.number > 1 ? `, page ${sheet.number}` : "");

export const counted = (sheet) => `<p class="meta">${sheet.count} ${sheet.count === 1 ? "story" : "stories"}</p>`;

export function paging(base, { number, pages }) {
  if (pages < 2) return "";
  const newer = number > 1 ? `<a href="${at(base, number - 1)}">Newer</a> ` : "";
  const older = number < pages ? ` <a href="${at(base, number + 1)}">Older</a>` : "";
  return `<nav class="paging" aria-label="Pages">${newer}Page ${number} of ${pages}${older}</nav>
`;
}
