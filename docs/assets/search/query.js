// From what a reader types to what it may mean. Words are split and folded as
// scripts/render/search/words.py does it: tests/golden/words.yml holds both to it.

const WORD = /[\p{L}\p{N}]+/gu;
const TONES = "\u0300\u0301\u0303\u0309\u0323";
// The tone of final oa, oe, uy stands on either vowel; after q the u is no vowel.
const OPEN_CLUSTER = new RegExp(`(o(?=[ae])|(?:^|[^q])u(?=y))([aey])([${TONES}])$`);

/** "đường" gives "duong". */
export const fold = (word) =>
  word.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** Lower case, NFC, tone placed the old way: "HOÀ" gives "hòa". */
export const canonical = (token) =>
  token.toLowerCase().normalize("NFD").replace(OPEN_CLUSTER, "$1$3$2").normalize("NFC");

/** The words of an NFC text: [{form, start, end}], in UTF-16 units. */
export const splitWords = (text) =>
  Array.from(text.matchAll(WORD), ({ 0: token, index }) =>
    ({ form: canonical(token), start: index, end: index + token.length }));

// ---- raw Telex and VNI: "vaanj", "va6n5"

const TONE_KEYS = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323",
  1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
const SHAPE_KEYS = { a: "a", e: "e", o: "o", 6: "aeo", 7: "ou", 8: "a", w: "aou" };
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const VOWEL = /[aăâeêioôơuưy]/;
// Beginning, vowels, end; the i of giá and the u of quá belong to the beginning.
const SYLLABLE = /^(gi(?=[aăâeêioôơuưy])|qu|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]{1,3})([^aăâeêioôơuưy]*)$/;

/** What a key makes of the letters so far; null if it is one more. */
function shapeLetters(letters, key) {
  if ((key === "d" || key === "9") && letters[0] === "d") return "đ" + letters.slice(1);
  const plain = SHAPE_KEYS[key], horn = /[78w]/.test(key);
  // The second a, e or o comes at once (vaan) or after the final consonant (vana).
  if (!plain || (HATS[key] && !letters.endsWith(key) && VOWEL.test(letters.slice(-1)))) return null;
  if (horn && letters.includes("uo")) return letters.replace("uo", "ươ");
  const at = letters.search(new RegExp(`[${plain}][^${plain}]*$`));
  if (at >= 0) return letters.slice(0, at) + (horn ? HORNS : HATS)[letters[at]] + letters.slice(at + 1);
  return key === "w" ? letters + "ư" : null;
}

/** The Vietnamese word that the keys would have made, or "" if they make none. */
export function decodeKeys(keys) {
  let letters = "", tone = "";
  for (const key of keys) {
    if (TONE_KEYS[key] && VOWEL.test(letters)) tone = TONE_KEYS[key];
    else letters = shapeLetters(letters, key) ?? letters + key;
  }
  // "dduwong" leaves the second horn to the machine; a word ends in uơ, never in ươ.
  const syllable = SYLLABLE.exec(letters.replace("ưo", "ươ").replace(/ươ$/, "uơ"));
  if (letters === keys || !syllable) return "";
  const [, initial, vowels, final] = syllable;
  const shaped = vowels.search(/[ăâêôơư][^ăâêôơư]*$/);
  const at = shaped >= 0 ? shaped : final ? vowels.length - 1 : vowels.length > 2 ? 1 : 0;
  return canonical(initial + vowels.slice(0, at + 1) + tone + vowels.slice(at + 1) + final);
}

// ---- what else a folded word may have been meant to be

// Sounds that southern speech does not tell apart.
const ALIKE = [["^", "s x|tr ch|d gi v|ngh ng|gh g|k c q|g r|hu qu|l n", ""],
  ["", "c t|ng n|ch t c|nh n ng|i y|ai ay|ao au|iu uu ieu uou|im iem|ip iep|um uom|oi uoi", "$"]];

/** "lac" gives "lat", "nac", …. */
const soundAlikes = (word) => ALIKE.flatMap(([start, groups, end]) => groups.split("|").flatMap((group) =>
  group.split(" ").flatMap((from, _, sounds) => sounds.map((to) => word.replace(new RegExp(start + from + end), to)))))
  .filter((other) => other !== word);

/** Whether one letter more, less, changed or swapped makes a into b. */
function isOneSlip(a, b) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const x = a.slice(same), y = b.slice(same);
  return a !== b && (x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) ||
    (x.length > 1 && x[1] + x[0] + x.slice(2) === y));
}

// ---- readings: {typed, slots: [{form, folded, options, beginning}], quotes, share}

const QUOTES = /[“”„‟«»＂]/g;
const MAX_WORDS = 16; // a pasted paragraph is found by its beginning
const MAX_CHOICES = 8; // wordings, completions
const MAX_GUESSES = 12;
const ALIAS_SHARE = 0.9; // what was typed goes before what it stands for

/** [{form, quote}]: words in the same quotes share a number, others have 0. */
export function parseQuery(query) {
  const parts = query.normalize("NFC").replace(QUOTES, '"').split('"');
  // A quote that is still open asks for nothing.
  return parts.flatMap((part, i) => splitWords(part).map(({ form }) =>
    ({ form, quote: i % 2 && i < parts.length - 1 ? i : 0 }))).slice(0, MAX_WORDS);
}

/** The reading of typed words; the last may be the beginning of completions. */
export function makeReading(typed, vocabulary, share = 1, completions = null) {
  const quotes = [];
  const slots = typed.map(({ form, quote }, i) => {
    const folded = fold(form), completed = completions && i === typed.length - 1;
    const last = quotes[quotes.length - 1], exact = form !== folded;
    if (quote && last?.quote === quote) Object.assign(last, { to: i, exact: last.exact || exact });
    else if (quote) quotes.push({ quote, from: i, to: i, exact });
    return { form, folded, beginning: !!completed,
      options: completed ? completions : vocabulary.has(folded) ? [folded] : [] };
  });
  return { typed, slots, quotes, share };
}

/** The words, decoded where the index knows only what the keys would have made. */
export const decodeTyped = (typed, vocabulary) => typed.map((word) => {
  const form = vocabulary.has(fold(word.form)) ? "" : decodeKeys(word.form);
  return form && vocabulary.has(fold(form)) ? { ...word, form } : word;
});

/** Aliases by folded key: "hoa dien" -> [{key: ["hòa", "điền"], meanings}]. */
export function prepareAliases(table) {
  const aliases = new Map();
  for (const [name, meanings] of Object.entries(table)) {
    const folded = fold(name);
    aliases.set(folded, [...(aliases.get(folded) ?? []), { key: name.split(" "), meanings }]);
  }
  return aliases;
}

/** Aliases that begin at a word: [{to, words}]. Quoted words have none. */
function aliasesAt(typed, from, aliases) {
  const found = [];
  for (let to = from + 1; to <= typed.length && !typed[to - 1].quote; to++) {
    const words = typed.slice(from, to);
    for (const { key, meanings } of aliases.get(words.map(({ form }) => fold(form)).join(" ")) ?? []) {
      // Marks that were typed must be the alias's own: "hòa điện" is not Hòa Điền.
      if (!words.every(({ form }, i) => form === key[i] || form === fold(form))) continue;
      for (const meaning of meanings) {
        found.push({ to, words: meaning.split(" ").filter(Boolean).map((form) => ({ form, quote: 0 })) });
      }
    }
  }
  return found;
}

/** The readings of a query: as typed, then as its aliases word it. */
export function makeReadings(typed, vocabulary, aliases) {
  if (!typed.length) return [];
  const reached = [[[]], ...typed.map(() => [])]; // wordings up to each word
  typed.forEach((word, i) => {
    const steps = [{ to: i + 1, words: [word] }, ...aliasesAt(typed, i, aliases)];
    for (const wording of reached[i]) for (const { to, words } of steps) reached[to].push([...wording, ...words]);
    reached[i + 1].splice(MAX_CHOICES);
  });
  const others = reached[typed.length].filter((words) =>
    words.length && (words.length < typed.length || words.some((word, i) => word !== typed[i])));
  return [makeReading(typed, vocabulary),
    ...others.map((words) => makeReading(words.slice(0, MAX_WORDS), vocabulary, ALIAS_SHARE))];
}

/**
 * The reading with its last word as a beginning; null if nothing begins so.
 *
 * It may become what follows the word before it somewhere; if nothing does and the index does
 * not know it, any of the most frequent words.
 */
export async function completeLast({ typed, slots, quotes, share }, lists) {
  const last = slots.length - 1, { folded, options } = slots[last];
  if (quotes.some(({ to }) => to === last)) return null;
  const before = slots[last - 1]?.options[0];
  const following = before ? await lists.following(before, folded) : [];
  const words = following.length || options.length ? following : lists.beginningWith(folded);
  const completions = words.filter((word) => word !== folded).slice(0, MAX_CHOICES);
  return completions.length ? makeReading(typed, lists.vocabulary, share, completions) : null;
}

/** Known words that may be meant: southern spellings, then slips. */
function guessWords(folded, { vocabulary, byFrequency }) {
  if (/\d/.test(folded)) return [];
  const alike = soundAlikes(folded).filter((word) => vocabulary.has(word));
  const slips = [...vocabulary.keys()].filter((word) => /^[a-z]{2,}$/.test(word) && isOneSlip(folded, word));
  return [...new Set([...byFrequency(alike), ...byFrequency(folded.length > 2 ? slips : [])])].slice(0, MAX_GUESSES);
}

/**
 * The typed words with one of them corrected, best guesses first.
 *
 * A wrong word stands beside its neighbours nowhere: only a word that touches every broken
 * link is suspected, only a word that mends them all is offered.
 */
export async function correctOneWord(typed, lists) {
  const folded = typed.map(({ form }) => fold(form));
  const links = await Promise.all(folded.slice(1).map((word, i) => lists.pair(folded[i], word)));
  const broken = [...links.keys()].filter((i) => !links[i].length);
  if (typed.length > 1 ? !broken.length : lists.vocabulary.has(folded[0])) return [];
  const suspects = [...folded.keys()].filter((at) => broken.every((link) => link === at || link === at - 1));
  const mend = async (at, word) => {
    const before = at > 0 ? await lists.pair(folded[at - 1], word) : null;
    const after = at + 1 < typed.length && before?.length !== 0 ? await lists.pair(word, folded[at + 1]) : null;
    if (before?.length === 0 || after?.length === 0) return [];
    const forms = before?.map(([, ...list]) => list) ?? after ?? await lists.word(word);
    const often = (list) => list[list.length - 1].length;
    const [[form]] = [...forms].sort((a, b) => often(b) - often(a));
    return [typed.map((other, i) => (i === at ? { form, quote: 0 } : other))];
  };
  return (await Promise.all(suspects.flatMap((at) =>
    guessWords(folded[at], lists).map((word) => mend(at, word))))).flat();
}
