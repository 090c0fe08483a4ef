// Answers queries over an index on disk, for the tests. stdin: {module, folder, calls, broken};
// stdout: one answer a call, or {error: {name, file, message}}. `broken`: file names that fail
// to load, each a number of times.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { module, folder, calls, broken = {} } = JSON.parse(readFileSync(0, "utf-8"));
const { openIndex } = await import(pathToFileURL(module).href);
const loaded = [];
const fetchChunk = async (url) => {
  const name = url.slice(folder.length + 1);
  const plain = name.replace(/^[0-9a-f]{16}\//, "");
  loaded.push(plain);
  for (const key of Object.keys(broken)) {
    if (plain.startsWith(key) && broken[key]-- > 0) throw new TypeError("fetch failed");
  }
  return JSON.parse(readFileSync(url, "utf-8"));
};
const fromServer = /^https?:/.test(folder);
let index;
const answers = [];
for (const { query, options, facets } of calls) {
  const before = loaded.length;
  try {
    index ??= await openIndex(`${folder}/`, fromServer ? {} : { fetchChunk });
    const answer = facets ? await index.facets() : await index.search(query, options);
    answers.push({ ...answer, loaded: loaded.slice(before) });
  } catch (error) {
    answers.push({ error: { name: error.name, file: error.file, message: error.message } });
  }
}
process.stdout.write(JSON.stringify(answers));
