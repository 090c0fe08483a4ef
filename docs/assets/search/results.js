// From posting lists to ranked documents, and from a text to the excerpt that shows why. Pure.

import { fold, splitWords } from "./query.js";

/** Tiers, best last; a document has the best that any reading gives it. */
export const TIERS = ["partial", "all", "marks", "adjacent", "phrase"];
export const [PARTIAL, ALL, MARKS, ADJACENT, PHRASE] = TIERS.keys();

// What a document holds of a word or phrase, as bits.
const ANY = 1, EXACT = 2, TITLE = 4, EXACT_TITLE = 8;
const bitsOf = (exact, title) => ANY | (exact && EXACT) | (title && TITLE) | (exact && title && EXACT_TITLE);

const TIMES = [1, 2, 3.5, 6]; // occurrences that a weight stands for
const SPAN = 2 ** 24; // a place is document x SPAN + position
const INEXACT = 0.7; // worth of a word whose marks differ
const MANY_WORDS = 4; // so many words, and one of them may be missing

/** The numbers that number_code in scripts/render/search/postings.py wrote. */
export function readNumbers(codes) {
  const numbers = [];
  for (let i = 0, high = 0; i < codes.length; i++) {
    const character = codes.charCodeAt(i);
    const digit = character === 33 ? 57 : character - 35; // "!" stands in for the backslash
    if (digit > 63) high = high * 28 + digit - 63;
    else {
      numbers.push(high * 64 + digit);
      high = 0;
    }
  }
  return numbers;
}

/** Rising numbers from their differences. */
export function readRising(codes) {
  let sum = 0;
  return readNumbers(codes).map((gap) => (sum += gap));
}

/** Whether a form is what was typed, marks and all; a beginning needs only to begin so. */
export const isExact = ({ form: typed, beginning }, form) => (beginning ? form.startsWith(typed) : form === typed);

const rarity = (all, count) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** A word, from [[form, codes]]: bits and weighted frequency of each document. */
function readWord(slot, lists, documents) {
  const bits = new Uint8Array(documents), times = new Float32Array(documents);
  for (const [form, codes] of lists) {
    const exact = isExact(slot, form);
    for (const place of readRising(codes)) {
      const document = place >> 3, title = (place & 4) > 0;
      bits[document] |= bitsOf(exact, title);
      times[document] += (TIMES[place & 3] + (title && 2)) * (exact ? 1 : INEXACT);
    }
  }
  return { bits, times };
}

/** Two neighbours, from [[form, form, codes]]: place -> whether both are exact. */
function readLink(first, second, lists) {
  const places = new Map();
  for (const [formA, formB, codes] of lists) {
    const exact = isExact(first, formA) && isExact(second, formB);
    const numbers = readNumbers(codes);
    for (let i = 0, document = 0; i < numbers.length; i += 2) {
      document += numbers[i];
      places.set(document * SPAN + numbers[i + 1], exact);
    }
  }
  return places;
}

/** Places where links follow one another: place of the last -> whether all are exact. */
const chainLinks = (links) => links.reduce((chain, link) => {
  const longer = new Map();
  for (const [place, exact] of chain) {
    const next = link.get(place + 1);
    if (next !== undefined) longer.set(place + 1, exact && next);
  }
  return longer;
});

/** Score of each document: rare words and rare neighbours count most. */
function scoreDocuments(words, links, documents) {
  const scores = new Float64Array(documents);
  const add = (shares, factor) => {
    const worth = factor * rarity(documents, shares.reduce((sum, share) => sum + (share > 0), 0));
    shares.forEach((share, document) => { scores[document] += worth * share; });
  };
  for (const { bits, times } of words) {
    add(times.map((time, document) => time / (time + 1.2) + (bits[document] & TITLE ? 0.5 : 0)), 1);
  }
  for (const link of links) {
    const together = new Float32Array(documents);
    for (const [place, exact] of link) {
      const document = Math.floor(place / SPAN);
      together[document] = exact ? 1 : together[document] || INEXACT;
    }
    add(together, 1.5);
  }
  return scores;
}

/** What a reading finds, unordered; title: its words stand in the title. */
export function matchReading(reading, lists, { documents, titleSpan }) {
  const { slots, quotes, share } = reading;
  const words = slots.map((slot, i) => readWord(slot, lists.words[i], documents));
  const links = lists.links.map((list, i) => readLink(slots[i], slots[i + 1], list));
  const phraseBits = (from, to) => {
    if (from === to) return words[from].bits;
    const bits = new Uint8Array(documents);
    for (const [place, exact] of chainLinks(links.slice(from, to))) {
      bits[Math.floor(place / SPAN)] |= bitsOf(exact, place % SPAN < titleSpan);
    }
    return bits;
  };
  const whole = phraseBits(0, slots.length - 1);
  const wanted = quotes.map(({ from, to, exact }) => [phraseBits(from, to), exact ? EXACT : ANY]);
  const scores = scoreDocuments(words, links, documents);
  const found = [];
  for (let document = 0; document < documents; document++) {
    const holds = (bit) => words.reduce((sum, { bits }) => sum + ((bits[document] & bit) > 0), 0);
    const missing = slots.length - holds(ANY);
    if (missing > (slots.length < MANY_WORDS ? 0 : 1)) continue;
    if (!wanted.every(([bits, need]) => bits[document] & need)) continue;
    const phrase = whole[document];
    const tier = phrase & EXACT ? PHRASE : phrase ? ADJACENT
      : missing ? PARTIAL : holds(EXACT) === slots.length ? MARKS : ALL;
    const title = phrase ? (phrase & (tier === PHRASE ? EXACT_TITLE : TITLE)) > 0 : holds(TITLE) === slots.length;
    found.push({ document, tier, title, score: scores[document] * share / slots.length, reading });
  }
  return found;
}

const byRank = (a, b) => b.tier - a.tier || b.title - a.title || b.score - a.score || a.document - b.document;

/** Each document once, as its best reading has it, best first. */
export function rankMatches(matches) {
  const seen = new Set();
  return matches.sort(byRank).filter(({ document }) => !seen.has(document) && seen.add(document));
}

// ---- marks are data, never HTML: [start, end, exact], offsets in UTF-16 units

const SHOWN = 36; // words of an excerpt
const LEAD = 6; // of them before the first match

/** Words that the reading asks for: [{at, slots, exact}]. */
const findHits = (words, reading) => words.flatMap(({ form }, at) => {
  const folded = fold(form);
  const slots = [...reading.slots.keys()].filter((i) => reading.slots[i].options.includes(folded));
  return slots.length ? [{ at, slots, exact: slots.some((i) => isExact(reading.slots[i], form)) }] : [];
});

const countSlots = (hits) => new Set(hits.flatMap(({ slots }) => slots)).size;

/** The hits worth showing: whole phrases, exact ones first, or the densest stretch. */
function chooseHits(hits, length) {
  const at = new Map(hits.map((hit) => [hit.at, hit]));
  const phrases = hits.map((hit) => Array.from({ length }, (_, i) => at.get(hit.at + i)))
    .filter((phrase) => phrase.every((hit, i) => hit?.slots.includes(i)));
  const exact = phrases.filter((phrase) => phrase.every((hit) => hit.exact));
  const chosen = new Set((exact.length ? exact : phrases).flat());
  if (chosen.size) return { hits: hits.filter((hit) => chosen.has(hit)), worth: exact.length ? 200 : 100 };
  let best = { hits: [], worth: 0 };
  for (const { at } of hits) {
    const near = hits.filter((hit) => hit.at >= at && hit.at < at + SHOWN - LEAD);
    const worth = 2 * countSlots(near) + countSlots(near.filter((hit) => hit.exact));
    if (worth > best.worth) best = { hits: near, worth };
  }
  return best;
}

/** Marks of hits; neighbours become one mark. */
function joinMarks(words, hits) {
  const marks = [];
  hits.forEach(({ at, exact }, i) => {
    const last = marks[marks.length - 1];
    if (last?.[2] === exact && hits[i - 1].at === at - 1) last[1] = words[at].end;
    else marks.push([words[at].start, words[at].end, exact]);
  });
  return marks;
}

const readParagraph = (text, reading) => {
  const words = splitWords(text);
  return { text, words, hits: [], worth: 0, ...(reading && chooseHits(findHits(words, reading), reading.slots.length)) };
};

/** The piece of the paragraph that shows the reading best, of the last if none does. */
function cutExcerpt(paragraphs, reading) {
  const { text, words, hits } = paragraphs.map((paragraph) => readParagraph(paragraph, reading))
    .reduceRight((best, other) => (other.worth >= (best.worth || 1) ? other : best));
  const first = Math.max(0, Math.min((hits[0]?.at ?? 0) - LEAD, words.length - SHOWN));
  const last = Math.min(first + SHOWN, words.length) - 1;
  const start = first ? words[first].start : 0;
  const end = last < words.length - 1 ? words[last].end : text.length;
  const marks = joinMarks(words, hits.filter(({ at }) => at <= last))
    .map(([from, to, exact]) => [from - start, to - start, exact]);
  // before, after: the paragraph goes on there
  return { text: text.slice(start, end), marks, before: start > 0, after: end < text.length };
}

/** A card as a result. */
export function makeHit({ text, address, ...card }, { tier, reading }) {
  const title = readParagraph(card.title, reading);
  return { url: address, ...card, tier: TIERS[tier], titleMarks: joinMarks(title.words, title.hits),
    snippet: cutExcerpt([...text.split("\n"), card.summary], reading) };
}
