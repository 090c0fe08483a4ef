// What the search box and the explore page share: opening the index once, and showing text.
// Text of stories only ever becomes text nodes.

import { SearchIndexError, openIndex } from "../search/search.js";

let opened = null;

/** Load a chunk; offline, say so at once instead of asking a network that is not there. */
async function fetchChunk(url, { fresh }) {
  if (navigator.onLine === false) throw new Error("offline");
  const response = await fetch(url, fresh ? { cache: "no-cache" } : {});
  if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
  return response.json();
}

/** The index of the site at `home`, opened on first use; a failure is forgotten, so that it can be tried again. */
function siteIndex(home) {
  opened ??= openIndex(new URL("assets/index/", home).href, { fetchChunk }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** What `ask` gets from the index of the site at `home`; null if it cannot be loaded. */
export async function askIndex(home, ask, again = true) {
  try {
    return await ask(await siteIndex(home));
  } catch (error) {
    if (!(error instanceof SearchIndexError)) throw error;
    if (!again || error.cause?.status !== 404) return null;
    opened = null; // a new release has replaced the files
    return askIndex(home, ask, false);
  }
}

/** The root of the site, from a form that leads to its search page. */
export const homeOf = (form) => new URL("../", new URL(form.getAttribute("action"), location.href));

/** An element with attributes and children (strings become text). */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** `text` with its matches marked: [[from, to, exact], …]; exact ones stand out more. */
export function marked(text, marks = []) {
  const parts = [];
  let at = 0;
  for (const [from, to, exact] of marks) {
    parts.push(text.slice(at, from), element("mark", { class: exact ? "exact" : false }, text.slice(from, to)));
    at = to;
  }
  parts.push(text.slice(at));
  return parts.filter(Boolean);
}

/** An excerpt with an ellipsis where it was cut. */
export const excerpt = ({ text, marks, before, after }) => [before ? "… " : "", ...marked(text, marks), after ? " …" : ""];

/** A query as it is quoted back: not too long. */
const shorten = (query) => {
  const letters = [...query];
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : query;
};

/** Numbers of stories, each shelf by itself, as the pages show them: [[slug, what is counted, how many]]. */
export function countsOf(shelves) {
  const some = shelves.filter(([, , count]) => count);
  if (!some.length) return element("span", { class: "counts" }, element("b", {}, "0", element("span", { class: "unseen" }, " bài")));
  return element("span", { class: "counts" }, ...some.flatMap(([slug, words, count], i) => [
    i ? " " : "", element("b", { "data-shelf": slug }, number(count), element("span", { class: "unseen" }, ` ${words}${i < some.length - 1 ? "," : ""}`))]));
}

/** The same in words, after the number of all: ": 5 điển hình, 13 cách làm hay". */
const inWords = (shelves) => shelves.filter(([, , count]) => count).flatMap(([slug, words, count], i) =>
  [i ? ", " : ": ", element("span", { class: "nowrap", "data-shelf": slug }, element("b", {}, number(count)), ` ${words}`)]);

/** What is said of an answer: how many, of each of the `shelves` too, and what may have been meant; `retry` takes the better query. */
export function verdict(query, { total, suggestion, corrected }, retry, filtered = false, shelves = []) {
  const better = suggestion && element("button", { type: "button", class: "suggestion" }, suggestion);
  better?.addEventListener("click", () => retry(suggestion));
  const meant = better ? ["Có phải bạn tìm ", better, "?"] : [];
  const count = [element("b", {}, number(total)), " bài", ...inWords(shelves)];
  if (total && corrected) return [`Không thấy “${shorten(query)}”. `, ...meant, " ", ...count];
  if (total) return better ? [...count, ". ", ...meant] : count;
  if (!query && !filtered) return ["Chưa có bài nào."];
  const advice = filtered ? "Hãy bỏ bớt bộ lọc." : "Hãy thử ít chữ hơn, hoặc chữ khác.";
  return [`Không có bài nào${query ? ` cho “${shorten(query)}”` : ""}${filtered ? " với bộ lọc này" : ""}. `, ...(better ? meant : [advice])];
}

/** A number as Vietnamese writes it: 1.099. */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

export const OFFLINE = "Không tải được dữ liệu tìm kiếm. Hãy kiểm lại mạng rồi thử lại.";
