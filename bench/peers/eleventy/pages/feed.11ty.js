// The latest twenty with their full text.
import { each, text, updated } from "../_includes/words.js";

export const data = { layout: false, permalink: "/feeds/all.atom.xml", eleventyImport: { collections: ["stories"] } };

const moment = (date) => date.toISOString().replace(".000", "");

export function render({ house, collections }) {
  const stories = collections.stories.slice(0, 20);
  const latest = new Date(Math.max(...stories.map((story) => updated(story.data))));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${house.site.language}">
<id>${house.url}/</id>
<title>${text(house.site.name)}</title>
<updated>${moment(latest)}</updated>
<author><name>${text(house.site.publisher)}</name></author>
<link rel="self" type="application/atom+xml" href="${house.url}/feeds/all.atom.xml"/>
<link rel="alternate" type="text/html" href="${house.url}/"/>
${each(stories, (story) => `<entry>
<id>${house.url}${story.url}</id>
<title>${text(story.data.title)}</title>
<link rel="alternate" type="text/html" href="${house.url}${story.url}"/>
<published>${moment(story.date)}</published>
<updated>${moment(updated(story.data))}</updated>
<category term="${story.data.category}"/>
<summary>${text(story.data.summary)}</summary>
<content type="html">${text(story.templateContent)}</content>
</entry>
`)}</feed>
`;
}
