// The list of stories for machines.
import { iso, updated } from "../_includes/words.js";

export const data = { layout: false, permalink: "/data/stories.json", eleventyImport: { collections: ["stories"] } };

export function render({ house, collections }) {
  const stories = collections.stories.map(({ url, date, fileSlug, data: { title, summary, category, ...data } }) => ({
    slug: fileSlug, title, url: `${house.url}${url}`, summary, topic: category, date: iso(date), updated: iso(data.updated ?? date),
  }));
  return JSON.stringify({ site: house.site.name, stories }, null, 1);
}
