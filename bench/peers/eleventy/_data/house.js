// Settings, topics, entities and publishers of the hub, by id: read once.
import fs from "node:fs";
import path from "node:path";
import markdownIt from "markdown-it";
import yaml from "js-yaml";

const read = (file) => fs.readFileSync(file, "utf8");

function entity(file) {
  const [, head, body] = /^---\n(.*?)---\n(.*)$/s.exec(read(file));
  return { ...yaml.load(head), html: markdownIt("commonmark").render(body) };
}

export default function () {
  const folder = "hub/entities";
  const site = yaml.load(read("hub/site.yml"));
  return {
    site,
    url: "https://hub.example",
    topics: Object.fromEntries(site.topics.map((topic) => [topic.id, topic])),
    entities: Object.fromEntries(fs.readdirSync(folder).map((file) => [path.parse(file).name, entity(path.join(folder, file))])),
    publishers: yaml.load(read("publishers.yml")),
  };
}
