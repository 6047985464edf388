// Every page but the further pages of lists.
import { each, iso, updated } from "../_includes/words.js";

export const data = { layout: false, permalink: "/sitemap.xml", eleventyImport: { collections: ["stories"] } };

export function render({ house, collections }) {
  const firsts = (sheets, folder) => sheets.filter((sheet) => sheet.number === 1).map((sheet) => `/${folder}/${sheet.id}/`);
  const lists = ["/", "/archive/", ...firsts(collections.topics, "topics"), ...firsts(collections.entities, "entities")];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each(lists, (url) => `<url><loc>${house.url}${url}</loc></url>
`)}${each(collections.stories, (story) => `<url><loc>${house.url}${story.url}</loc><lastmod>${iso(updated(story.data))}</lastmod></url>
`)}</urlset>
`;
}
