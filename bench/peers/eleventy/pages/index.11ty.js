// The home page: the latest twenty.
import { page } from "../_includes/base.js";
import { list } from "../_includes/words.js";

export const data = { layout: false, permalink: "/" };

export function render({ house, collections }) {
  return page(house, { canonical: "/" }, `<h1>${house.site.name}</h1>
${list(collections.stories.slice(0, 20), house)}
<p><a href="/archive/">All stories</a></p>`);
}
