// The page around everything.
import { each, text } from "./words.js";

export function page(house, { title, description, canonical, kind }, main) {
  const { site } = house;
  const about = text(description ?? site.description);
  const head = text(title ?? site.name);
  return `<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head}${title ? ` · ${text(site.name)}` : ""}</title>
<meta name="description" content="${about}">
<link rel="canonical" href="${house.url}${canonical}">
<link rel="stylesheet" href="/theme/site.css">
<link rel="alternate" href="/feeds/all.atom.xml" type="application/atom+xml" title="${text(site.name)}">
<meta property="og:site_name" content="${text(site.name)}">
<meta property="og:title" content="${head}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${house.url}${canonical}">
<meta property="og:type" content="${kind ?? "website"}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a href="/">${text(site.name)}</a> <span class="meta">${text(site.tagline)}</span>
<nav aria-label="Topics"><ul>${each(site.topics, (one) => `<li><a href="/topics/${one.id}/">${text(one.name)}</a></li>`)}</ul></nav></header>
<main id="main">
${main}
</main>
<footer><ul class="links"><li><a href="/archive/">Archive</a></li><li><a href="/feeds/all.atom.xml">Atom feed</a></li><li><a href="/data/stories.json">Open data</a></li></ul>
<p>Published by ${text(site.publisher)}, <a href="${site.contact}">${site.contact.replace("mailto:", "")}</a>. Licence: <a href="${site.licence.url}">${text(site.licence.name)}</a>.</p></footer>
</body>
</html>
`;
}
