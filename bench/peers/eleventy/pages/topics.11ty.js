// The stories of each topic.
import { page } from "../_includes/base.js";
import { address, counted, list, numbered, paging, text } from "../_includes/words.js";

const base = ({ id }) => `/topics/${id}/`;

export const data = {
  layout: false,
  pagination: { data: "collections.topics", size: 1, alias: "sheet" },
  permalink: ({ sheet }) => address(base(sheet), sheet),
};

export function render({ house, sheet }) {
  const { name, description } = house.topics[sheet.id];
  return page(house, { title: name, canonical: base(sheet) }, `<h1>${text(name)}${numbered(sheet)}</h1>
<p>${text(description)}</p>
${counted(sheet)}
${list(sheet.stories, house)}
${paging(base(sheet), sheet)}`);
}
