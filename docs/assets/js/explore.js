// The explore page: query, facets, map, order and page, all of it in the address.

import { OFFLINE, askIndex, countsOf, element, excerpt, homeOf, marked, number, verdict } from "./show.js";
import { csvOf, saveAs } from "./csv.js";
import { PAGE_SIZE, readState, sameFilters, writeState } from "./state.js";

const BATCH = 100; // rows of a downloaded list are fetched so many at a time

const form = document.getElementById("kham-pha");
const input = form.elements.q;
const home = homeOf(form);
const [status, results, pager, facetBox, mapBox, download] =
  ["trang-thai", "ket-qua", "phan-trang", "bo-loc", "ban-do-loc", "tai-ve"].map((id) => document.getElementById(id));
const FACETS = JSON.parse(facetBox.dataset.filters); // [[key in the index, name in the address, heading]]
const SHELVES = JSON.parse(facetBox.dataset.shelves); // [[slug, what is counted]]
let state = readState(location.search, FACETS);
let turn = 0;
let timer = 0;
let failed = false;

const search = (index, { query, filters, sort }, limit, offset) => index.search(query, { filters, sort, limit, offset });

/** What is found on each shelf by itself: the two are never counted as one. */
const searchShelves = (index, asked) => Promise.all(SHELVES.map(([slug]) => (asked.filters.shelf?.includes(slug) ?? true
  ? search(index, { ...asked, filters: { ...asked.filters, shelf: [slug] } }, 0, 0)
  : { total: 0, counts: {} })));

/** [[slug, what is counted, how many]]: the number that `take` finds in the answer of each shelf. */
const ofEach = (shelves, take) => SHELVES.map(([slug, words], i) => [slug, words, take(shelves[i]) ?? 0]);

/** Take a new state, put it in the address, and show it; quick typing is one step back, not one a letter. */
function change(next, { typing = false, replace = typing && history.state === "typing" } = {}) {
  clearTimeout(timer);
  state = { ...state, query: input.value.trim(), page: 1, ...next };
  const address = new URL(writeState(state, FACETS), location.href);
  const step = replace || address.search === location.search ? "replaceState" : "pushState";
  history[step](typing ? "typing" : null, "", address);
  return refresh();
}

async function refresh() {
  const mine = ++turn;
  if (input.value.trim() !== state.query) input.value = state.query;
  form.elements.xep.value = state.sort === "date" ? "moi" : "";
  const offset = (state.page - 1) * PAGE_SIZE;
  const found = await askIndex(home, (index) => Promise.all([
    index.facets(), search(index, state, PAGE_SIZE, offset), searchShelves(index, state)]));
  if (mine !== turn) return null;
  failed = found === null;
  showAs(failed ? "no-index" : "exploring");
  if (failed) return showFailure();
  const [labels, answer, shelves] = found;
  const last = Math.max(1, Math.ceil(answer.total / PAGE_SIZE));
  if (state.page > last) return change({ page: last }, { replace: true });
  showStatus(answer, shelves);
  showResults(answer.hits, new Map(labels.shelf));
  showPager(last);
  showFacets(labels, answer.counts, shelves);
  showMap(answer.counts.district ?? {}, shelves);
  download.hidden = !answer.total;
  return answer;
}

/** As search, or as the ways in without it (search.css). */
function showAs(look) {
  for (const one of ["exploring", "no-index"]) document.documentElement.classList.toggle(one, one === look);
}

function showFailure() {
  status.replaceChildren(OFFLINE);
  results.replaceChildren();
  pager.hidden = download.hidden = true;
}

function showStatus(answer, shelves) {
  const filtered = Object.keys(state.filters).length > 0;
  const words = verdict(state.query, answer, (better) => { change({ query: better }); input.focus(); }, filtered, ofEach(shelves, ({ total }) => total));
  if (filtered) {
    const clear = element("button", { type: "button", class: "clear" }, "Bỏ mọi bộ lọc");
    clear.addEventListener("click", () => { change({ filters: {} }); status.focus(); });
    words.push(" ", clear);
  }
  status.replaceChildren(...words);
}

function showResults(hits, shelves) {
  results.replaceChildren(...hits.map((hit) => element(
    "li",
    { class: "result", "data-field": hit.field },
    element("h2", { class: "result-title" }, element("a", { href: new URL(hit.url, home).href }, ...marked(hit.title, hit.titleMarks))),
    hit.draft ? element("p", { class: "draft-mark", "data-draft": true }, "Bản thảo, chưa duyệt") : null,
    hit.waits ? element("p", { class: "draft-mark", "data-embargo": true }, `Chờ đến ${hit.waits}`) : null,
    element("p", { class: "result-text" }, ...excerpt(hit.snippet)),
    element("p", { class: "meta" }, element("span", { class: "shelf-mark", "data-shelf": hit.shelf }, shelves.get(hit.shelf)), " ", element("span", { class: "field" }, hit.fieldLabel), " ", element("span", {}, hit.place), " ", hit.year ? element("span", {}, hit.year) : null),
  )));
}

function showPager(last) {
  pager.hidden = last < 2;
  const step = (page, label) => {
    const link = element("a", { href: writeState({ ...state, page }, FACETS), class: "button quiet" }, label);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into a tab of its own
      event.preventDefault();
      change({ page }).then(() => { status.focus(); status.scrollIntoView(); });
    });
    return link;
  };
  pager.replaceChildren(
    ...(state.page > 1 ? [step(state.page - 1, "Trang trước")] : []),
    element("span", {}, `Trang ${number(state.page)} trên ${number(last)}`),
    ...(state.page < last ? [step(state.page + 1, "Trang sau")] : []),
  );
}

/** Each facet counts what would be found if the other filters stayed and this one went. */
function showFacets(labels, counts, shelves) {
  const focused = document.activeElement?.id;
  facetBox.replaceChildren(...FACETS.filter(([name]) => labels[name]?.length).map(([name, , heading]) => {
    const chosen = state.filters[name] ?? [];
    const boxes = labels[name]
      .map(([value, label]) => ({ value, label, count: counts[name]?.[value] ?? 0 }))
      .filter(({ value, count }) => count || chosen.includes(value) || focused === `loc-${name}-${value}`)
      .map(({ value, label, count }) => choice(name, value, label, name === "shelf" ? ofOne(value, count) : countsIn(shelves, name, value), chosen));
    return element("details", { class: "facet", open: wasOpen(name) ?? (chosen.length > 0 || name === "field"), "data-facet": name },
      element("summary", { id: `loc-${name}` }, heading, chosen.length ? element("b", {}, ` ${chosen.length}`) : null),
      element("fieldset", {}, element("legend", { class: "unseen" }, heading), ...boxes));
  }));
  if (focused) document.getElementById(focused)?.focus();
}

const wasOpen = (name) => facetBox.querySelector(`[data-facet="${name}"]`)?.open;

/** How many stories a shelf itself has. */
const ofOne = (value, count) => countsOf(SHELVES.map(([slug, words]) => [slug, words, slug === value ? count : 0]));

/** How many stories a value of a facet has on each shelf. */
const countsIn = (shelves, name, value) => countsOf(ofEach(shelves, ({ counts }) => counts[name]?.[value]));

function choice(name, value, label, counts, chosen) {
  const id = `loc-${name}-${value}`;
  const box = element("input", { type: "checkbox", id, checked: chosen.includes(value) });
  box.addEventListener("change", () => toggle(name, value));
  return element("label", { for: id, ...(name === "field" ? { "data-field": value } : {}) }, box, element("span", {}, label), counts);
}

function toggle(name, value) {
  const chosen = state.filters[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [name]: _, ...others } = state.filters;
  return change({ filters: next.length ? { ...others, [name]: next } : others });
}

/** The tile map: links without this script, a filter with it. */
function prepareMap() {
  for (const link of mapBox.querySelectorAll("a[data-district]")) {
    const button = element("button", { type: "button", "aria-pressed": "false" }, ...link.childNodes);
    for (const { name, value } of link.attributes) if (name.startsWith("data-") || name === "class") button.setAttribute(name, value);
    button.addEventListener("click", () => toggle("district", button.dataset.district));
    link.replaceWith(button);
  }
}

function showMap(counts, shelves) {
  const tiles = [...mapBox.querySelectorAll("button[data-district]")];
  const most = Math.max(1, ...tiles.map(({ dataset }) => counts[dataset.district] ?? 0));
  for (const tile of tiles) {
    const count = counts[tile.dataset.district] ?? 0;
    tile.dataset.shade = Math.ceil((count * 5) / most);
    tile.setAttribute("aria-pressed", String((state.filters.district ?? []).includes(tile.dataset.district)));
    tile.querySelector(".tile-count").replaceChildren(countsIn(shelves, "district", tile.dataset.district));
  }
}

/** Every story that was found, in the order shown. */
async function wholeList(index) {
  const rows = [], asked = state;
  for (let total = 1; rows.length < total;) {
    const answer = await search(index, asked, BATCH, rows.length);
    rows.push(...answer.hits);
    ({ total } = answer);
  }
  return rows;
}

async function downloadList() {
  const found = await askIndex(home, (index) => Promise.all([index.facets(), wholeList(index)]));
  if (!found) return status.replaceChildren(OFFLINE);
  const [labels, hits] = found;
  const shelves = new Map(labels.shelf);
  return saveAs("danh-sach.csv", csvOf(hits.map((hit) => [
    hit.title, hit.summary, shelves.get(hit.shelf), hit.place, hit.fieldLabel, hit.year, hit.draft ? "bản thảo" : hit.waits ? `chờ đến ${hit.waits}` : "đã duyệt", new URL(hit.url, home).href,
  ]), ["Tên bài", "Tóm tắt", "Nhóm bài", "Nơi làm", "Lĩnh vực", "Năm", "Tình trạng", "Địa chỉ"]));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  change({});
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({}, { typing: true }), 150);
});
form.elements.xep.addEventListener("change", ({ target }) => change({ sort: target.value === "moi" ? "date" : "relevance" }));
download.addEventListener("click", downloadList);
addEventListener("popstate", () => {
  const next = readState(location.search, FACETS);
  if (next.query !== state.query || next.page !== state.page || next.sort !== state.sort || !sameFilters(next, state, FACETS)) {
    clearTimeout(timer);
    state = next;
    refresh();
  }
});

addEventListener("online", () => { if (failed) change({ page: state.page }, { replace: true }); });

// On a small screen the filters are folded (search.css does it until here); on a large one nothing could unfold them.
const wide = matchMedia("(min-width: 60rem)");
const filters = document.querySelector(".explore-filters");
const fold = () => { filters.open = wide.matches; };
wide.addEventListener("change", fold);
fold();
filters.removeAttribute("data-unfolded");
prepareMap();
showAs("exploring");
// Words typed while this script was still on its way are the reader's: asked for, not wiped off.
if (input.value.trim() && input.value.trim() !== state.query) change({}, { replace: true });
else refresh();
