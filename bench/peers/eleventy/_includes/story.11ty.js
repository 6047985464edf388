// One story, with everything in its front matter.
import { page } from "./base.js";
import { day, each, facts, text, updated } from "./words.js";

const section = (id, title, there, main) => (there ? `<section id="${id}"><h2>${title}</h2>
${main()}</section>
` : "");

const fact = (one, at, says, entity) => `<li id="fact-${at + 1}"><p>${text(one.text)}</p>
<p class="meta">${one.kind}${one.speaker ? ` by ${entity(one.speaker)}` : ""}.${one.essential ? " The story rests on it." : ""}${one.as_of ? ` As of ${day(one.as_of)}` : ""}</p>
<ul>${each(one.evidence, (e) => `<li>${e.stance === "contradicts" ? "Contradicts: " : ""}<q>${text(e.quote)}</q> <a href="#${e.source}">${says[e.source]}</a></li>`)}</ul></li>
`;

const origin = (one) => (typeof one === "object" ? each(Object.entries(one), ([kind, name]) => ` ${kind}: ${text(name)}.`) : "");

const source = (one, house) => {
  const publisher = house.publishers[one.publisher];
  return `<li id="${one.id}"><a href="${text(one.url)}" rel="nofollow">${text(one.title)}</a><p class="meta">${text(publisher.name)}, grade ${publisher.grade}. ${day(one.published)}. ${one.kind}.${origin(one.origin)}</p></li>
`;
};

const impact = (all) => `<table><thead><tr><th>Dimension</th><th>Score</th></tr></thead><tbody>${each(["regulatory", "financial", "operational"].filter((kind) => all[kind]), (kind) => `<tr><th>${kind}<p>${text(all[kind].because)}${facts(all[kind].facts)}</p></th><td>${all[kind].score}</td></tr>`)}</tbody></table>`;

const item = (one) => `<li><p>${text(one.statement)}</p><p class="meta">${one.says}, ${one.status}. Due ${day(one.due)}. Decided by: ${text(one.decided_by)}</p></li>`;

export function render(data) {
  const { house } = data;
  const says = Object.fromEntries(data.sources.map((one) => [one.id, text(house.publishers[one.publisher].name)]));
  const entity = (id) => `<a href="/entities/${id}/">${text(house.entities[id].name)}</a>`;
  const main = `<article>
<header><p class="meta">News analysis <a href="/topics/${data.category}/">${text(house.topics[data.category].name)}</a></p>
<h1>${text(data.title)}</h1>
<p class="intro">${text(data.summary)}</p>
<p class="meta">By ${data.authors.map(text).join(", ")}. Published ${day(data.page.date)}, updated ${day(updated(data))}</p></header>
<section id="takeaways"><h2>Key takeaways</h2>
<ul>${each(data.takeaways, (one) => `<li>${text(one.text)}${facts(one.facts)}</li>`)}</ul>
<h3>Mentioned</h3>
<ul>${each(data.mentioned, (id) => `<li>${entity(id)} <span class="meta">${house.entities[id].type}</span></li>`)}</ul></section>
<section id="facts"><h2>Key facts</h2>
<ol>${each(data.facts, (one, at) => fact(one, at, says, entity))}</ol></section>
${section("unknowns", "What we do not know", data.unknowns, () => `<ul>${each(data.unknowns, (line) => `<li>${text(line)}</li>`)}</ul>`)}${section("affected", "Who is affected", data.affected, () => `<ul>${each(data.affected, (one) => `<li><b>${one.effect}</b> ${entity(one.entity)}: ${text(one.because)}${facts(one.facts)}</li>`)}</ul>`)}<section id="analysis"><h2>Analysis</h2>
${data.content}</section>
${section("watch", "What to watch", data.watch, () => `<ul>${each(data.watch, item)}</ul>`)}${section("timeline", "Timeline", data.timeline, () => `<ol>${each(data.timeline, (one) => `<li>${day(one.date)} ${text(one.title)}${facts(one.facts)}</li>`)}</ol>`)}<section id="sources"><h2>Sources</h2>
<ol>${each(data.sources, (one) => source(one, house))}</ol></section>
<section id="impact"><h2>Impact</h2>
${impact(data.impact)}</section>
<section id="changes"><h2>Changes</h2>
${data.changes ? `<ul>${each(data.changes, (one) => `<li>${day(one.date)} ${one.kind}: ${text(one.text)}${facts(one.facts)}</li>`)}</ul>` : "<p>None since publication.</p>"}</section>
</article>`;
  return page(house, { title: data.title, description: data.summary, canonical: data.page.url, kind: "article" }, main);
}
