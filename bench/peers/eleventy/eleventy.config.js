// Eleventy as somebody sets it up who waits for it: templates are functions, front matter is not merged deeply, bodies
// are Markdown and nothing else, and every list is made once.
import markdownIt from "markdown-it";

const PAGE = 20;

/** Stories by the keys that `keysOf` gives of each, in pages of a list. */
function sheets(stories, keysOf) {
  const lists = new Map();
  for (const story of stories) {
    for (const key of keysOf(story)) {
      if (!lists.has(key)) lists.set(key, []);
      lists.get(key).push(story);
    }
  }
  return [...lists].flatMap(([id, all]) => {
    const pages = Math.ceil(all.length / PAGE);
    return Array.from({ length: pages }, (_, at) => ({
      id, count: all.length, number: at + 1, pages, stories: all.slice(at * PAGE, (at + 1) * PAGE),
    }));
  });
}

export default function (config) {
  let sorted;
  const stories = (api) => (sorted ??= api.getFilteredByGlob("hub/stories/**/*.md")
    .sort((a, b) => b.date - a.date || (a.data.title < b.data.title ? -1 : 1)));
  config.on("eleventy.before", () => { sorted = undefined; });
  config.setUseGitIgnore(false);
  config.setDataDeepMerge(false);
  config.setLibrary("md", markdownIt("commonmark").enable("table"));
  config.ignores.add("hub/entities/**");
  config.ignores.add("hub/about.md");
  config.addGlobalData("layout", "story.11ty.js");
  config.addGlobalData("permalink", () => (data) => `/stories/${data.page.fileSlug}/`);
  config.addCollection("stories", stories);
  config.addCollection("archive", (api) => sheets(stories(api), () => ["archive"]));
  config.addCollection("topics", (api) => sheets(stories(api), (story) => [story.data.category]));
  config.addCollection("entities", (api) => sheets(stories(api), (story) => story.data.mentioned ?? []));
  config.addPassthroughCopy({ shared: "/" });
  return {
    dir: { input: ".", includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
