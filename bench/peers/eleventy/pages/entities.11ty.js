// The stories that mention each entity.
import { page } from "../_includes/base.js";
import { address, counted, list, numbered, paging, text } from "../_includes/words.js";

const base = ({ id }) => `/entities/${id}/`;

export const data = {
  layout: false,
  pagination: { data: "collections.entities", size: 1, alias: "sheet" },
  permalink: ({ sheet }) => address(base(sheet), sheet),
};

export function render({ house, sheet }) {
  const { name, type, html } = house.entities[sheet.id];
  return page(house, { title: name, canonical: base(sheet) }, `<p class="meta">${type}</p>
<h1>${text(name)}${numbered(sheet)}</h1>
${html}
${counted(sheet)}
${list(sheet.stories, house)}
${paging(base(sheet), sheet)}`);
}
