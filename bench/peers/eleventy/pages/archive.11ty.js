// Every story, newest first.
import { page } from "../_includes/base.js";
import { address, list, numbered, paging } from "../_includes/words.js";

const BASE = "/archive/";

export const data = {
  layout: false,
  pagination: { data: "collections.archive", size: 1, alias: "sheet" },
  permalink: ({ sheet }) => address(BASE, sheet),
};

export function render({ house, sheet }) {
  return page(house, { title: "Archive", canonical: BASE }, `<h1>Archive${numbered(sheet)}</h1>
${list(sheet.stories, house)}
${paging(BASE, sheet)}`);
}
