// Search over the index that scripts/render/search/index.py writes, in a page or under node.

import { completeLast, correctOneWord, decodeTyped, fold, makeReading, makeReadings, parseQuery, prepareAliases } from "./query.js";
import { ADJACENT, ALL, PARTIAL, TIERS, makeHit, matchReading, rankMatches, readNumbers, readRising } from "./results.js";

const FORMAT = 1;
const FEW = 10; // with fewer full matches, partial ones are shown too

/** A file could not be loaded: offline, or replaced by a new release. */
export class SearchIndexError extends Error {
  constructor(file, cause) {
    super(`search index: cannot load ${file}: ${cause?.message ?? cause}`);
    Object.assign(this, { name: "SearchIndexError", file, cause });
  }
}

/** The only contact with the world: give openIndex another to load otherwise. */
async function fetchJson(url, { fresh }) {
  const response = await fetch(url, { cache: fresh ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** Asks for each file once, and again if that failed. */
function rememberingLoader(fetchChunk, base) {
  const kept = new Map();
  return (file, prepare = (json) => json, fresh = false) => {
    if (!kept.has(file)) {
      kept.set(file, Promise.resolve(base + file).then((url) => fetchChunk(url, { fresh })).then(prepare).catch((cause) => {
        kept.delete(file);
        throw new SearchIndexError(file, cause);
      }));
    }
    return kept.get(file);
  };
}

/** A chunk by folded name: "dan van" -> [["dân", "vận", codes], …]. */
function groupByFold(chunk) {
  const groups = new Map();
  for (const [name, codes] of Object.entries(chunk)) {
    const folded = fold(name), entry = [...name.split(" "), codes];
    if (groups.has(folded)) groups.get(folded).push(entry);
    else groups.set(folded, [entry]);
  }
  return groups;
}

/** The posting lists, whatever file they are in. */
function openLists(directory, load) {
  const words = directory.words.split(" ");
  const vocabulary = new Map(words.map((word, place) => [word, place]));
  const classes = readNumbers(directory.classes);
  const starts = { w: readRising(directory.wordChunks), p: readRising(directory.pairChunks) };
  const chunkOf = (kind, key) => starts[kind].filter((start) => start <= key).length - 1;
  const openChunk = (kind, number) => (number < 0 ? new Map() : load(`${kind}/${number}.json`, groupByFold));
  const pairChunk = (a, b) => chunkOf("p", vocabulary.get(a) * words.length + vocabulary.get(b));
  const beginning = (letters) => words.filter((word) => word.startsWith(letters));
  const byFrequency = (some) => some.sort((a, b) =>
    classes[vocabulary.get(b)] - classes[vocabulary.get(a)] || vocabulary.get(a) - vocabulary.get(b));
  return {
    vocabulary,
    byFrequency,
    beginningWith: (letters) => byFrequency(beginning(letters)),
    /** [[form, codes]] of a known folded word. */
    word: async (folded) => (await openChunk("w", chunkOf("w", vocabulary.get(folded)))).get(folded),
    /** [[form, form, codes]] of two folded words side by side; none if one is unknown. */
    pair: async (a, b) => (vocabulary.has(a) && vocabulary.has(b)
      && (await openChunk("p", pairChunk(a, b))).get(`${a} ${b}`)) || [],
    /** Words that begin so and follow a known word, the most frequent first. */
    async following(before, letters) {
      const range = beginning(letters);
      if (!range.length) return [];
      const first = pairChunk(before, range[0]), last = pairChunk(before, range[range.length - 1]);
      const chunks = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => openChunk("p", first + i)));
      const counts = new Map(range.map((word) => [word, chunks
        .flatMap((groups) => groups.get(`${before} ${word}`) ?? [])
        .reduce((sum, [, , codes]) => sum + readNumbers(codes).length, 0)]));
      return range.filter((word) => counts.get(word)).sort((a, b) => counts.get(b) - counts.get(a));
    },
  };
}

/** What a query finds before any filter: {ranked, suggestion, corrected, also}. */
async function findDocuments(query, lists, directory, aliases) {
  const { vocabulary } = lists;
  const match = async (reading) => {
    const { slots } = reading;
    // If an unknown word cannot be spared, nothing is loaded.
    if (slots.filter(({ options }) => !options.length).length > (slots.length > 3 ? 1 : 0)) return [];
    const join = async (lists) => (await Promise.all(lists)).flat();
    const [words, links] = await Promise.all([
      Promise.all(slots.map(({ options }) => join(options.map(lists.word)))),
      Promise.all(slots.slice(1).map(({ options }, i) =>
        join(slots[i].options.flatMap((a) => options.map((b) => lists.pair(a, b)))))),
    ]);
    return matchReading(reading, { words, links }, directory);
  };
  const matchAll = async (readings) => (await Promise.all(readings.map(match))).flat();
  const hasPhrase = () => ranked.some(({ tier }) => tier >= ADJACENT);

  const typed = decodeTyped(parseQuery(query), vocabulary);
  const readings = makeReadings(typed, vocabulary, aliases);
  let ranked = rankMatches(await matchAll(readings));
  if (!hasPhrase()) {
    const completed = await Promise.all(readings.map((reading) => completeLast(reading, lists)));
    ranked = rankMatches([...ranked, ...await matchAll(completed.filter(Boolean))]);
  }
  let suggestion = null, corrected = false;
  if (!hasPhrase() && !typed.some(({ quote }) => quote)) {
    for (const words of await correctOneWord(typed, lists)) {
      const found = (await match(makeReading(words, vocabulary))).filter(({ tier }) => tier >= ADJACENT);
      if (!found.length) continue;
      suggestion = words.map(({ form }) => form).join(" ");
      corrected = !ranked.some(({ tier }) => tier > PARTIAL);
      if (corrected) ranked = rankMatches(found);
      break;
    }
  }
  const full = ranked.filter(({ tier }) => tier > PARTIAL);
  return { ranked: full.length < FEW ? ranked : full, suggestion, corrected,
    also: readings.slice(1).map((reading) => reading.typed.map(({ form }) => form).join(" ")) };
}

/** What passes all filters; counts of each facet under the other filters. */
function filterAndCount(matches, facets, filters) {
  const tested = facets.map(({ name, values, sets, column }) => {
    const wanted = [filters[name] ?? []].flat();
    const passes = sets.map((set) => !wanted.length || set.some((value) => wanted.includes(values[value][0])));
    return { column, passes, tally: sets.map(() => 0) };
  });
  const passed = matches.filter(({ document }) => {
    const failed = tested.filter(({ column, passes }) => !passes[column[document]]);
    // What fails in one facet only counts for the other choices there.
    for (const facet of tested) {
      if (!failed.length || (failed.length === 1 && failed[0] === facet)) facet.tally[facet.column[document]]++;
    }
    return !failed.length;
  });
  const counts = Object.fromEntries(facets.map(({ name, values, sets }, i) => {
    const count = (value) => sets.reduce((sum, set, n) => sum + (set.includes(value) ? tested[i].tally[n] : 0), 0);
    return [name, Object.fromEntries(values.map(([slug], value) => [slug, count(value)]).filter(([, n]) => n))];
  }));
  return { passed, counts };
}

/**
 * Open the index under a URL that ends in "/". fetchChunk(url, {fresh}) resolves to the JSON
 * of a file; if it fails, the call rejects with SearchIndexError and may be made again.
 */
export async function openIndex(baseUrl, { fetchChunk = fetchJson } = {}) {
  const entry = await rememberingLoader(fetchChunk, baseUrl)("index.json", undefined, true);
  if (entry.format !== FORMAT) throw new SearchIndexError("index.json", `format ${entry.format}`);
  const load = rememberingLoader(fetchChunk, `${baseUrl}${entry.folder}/`);
  const directory = await load("words.json");
  const lists = openLists(directory, load);
  const aliases = prepareAliases(directory.aliases);
  const loadFacets = () => load("facets.json", (facets) => Object.entries(facets)
    .map(([name, facet]) => ({ ...facet, name, column: readNumbers(facet.column) })));

  return {
    documents: directory.documents,

    /** All values of all facets, in order: {district: [[slug, label], …], …}. */
    facets: async () => Object.fromEntries((await loadFacets()).map(({ name, values }) => [name, values])),

    /**
     * An empty query finds everything, newest first; one of signs only, nothing.
     *
     * filters: {facet: slug or [slugs]}, any of a facet, all facets. sort: "relevance" or
     * "date". counts: false saves a file. In the answer: suggestion, a better query or null;
     * corrected, its results are shown for want of others; also, wordings of aliases.
     */
    async search(query = "", { filters = {}, sort = "relevance", limit = 10, offset = 0, counts = true } = {}) {
      const blank = !/[^"“”„‟«»＂\s]/.test(query);
      const [facets, found] = await Promise.all([
        counts || Object.keys(filters).length ? loadFacets() : [],
        blank ? { ranked: Array.from({ length: directory.documents }, (_, document) => ({ document, tier: ALL })),
          suggestion: null, corrected: false, also: [] } : findDocuments(query, lists, directory, aliases),
      ]);
      if (Object.keys(filters).some((name) => !facets.some((facet) => facet.name === name))) throw new RangeError("unknown facet");
      const { ranked, ...notes } = found;
      const { passed, counts: counted } = filterAndCount(ranked, facets, filters);
      if (sort === "date") passed.sort((a, b) => a.document - b.document); // numbered newest first
      const tiers = Object.fromEntries(TIERS.map((name, i) => [name, passed.filter(({ tier }) => tier === i).length]));
      const hits = await Promise.all(passed.slice(offset, offset + limit).map(async (match) =>
        makeHit(await load(`d/${match.document}.json`), match)));
      return { total: passed.length, tiers, hits, counts: counted, ...notes };
    },
  };
}
