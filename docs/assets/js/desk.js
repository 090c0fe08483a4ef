// The newsroom desk: filters over the whole list, kept in the address. Without it the list is simply read.

import { element, number } from "./show.js";

const SHOWN = 48;

const form = document.getElementById("loc-bao-chi");
const list = document.getElementById("bai-bao-chi");
const status = document.getElementById("so-bai");
const pager = document.querySelector(".pager");
const root = form && new URL(form.getAttribute("action") + "../", location.href);
const asServed = list && [...list.children];
let all = null; // the whole list, once it was asked for

const TICKS = { moi: (entry) => entry.untold, anh: has("ảnh"), loi: has("trích lời"), tieng: has("âm thanh") };
const PICKS = { "linh-vuc": "field", "dia-ban": "district", co: "size" };

function has(what) {
  return (entry) => entry.has?.includes(what) ?? false;
}

/** The tests that the form asks an entry to pass. */
function chosen() {
  const ticks = Object.entries(TICKS).filter(([name]) => form.elements[name].checked).map(([, test]) => test);
  const picks = Object.entries(PICKS).filter(([name]) => form.elements[name].value)
    .map(([name, key]) => { const { value } = form.elements[name]; return (entry) => entry[key] === value; });
  return [...ticks, ...picks];
}

async function loadAll() {
  if (!all) {
    const response = await fetch(new URL(form.dataset.list, location.href));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    all = await response.json();
  }
  return all;
}

function item(entry) {
  const meta = [entry.place, entry.words, ...(entry.has ?? []).map((name) => `có ${name}`)].flatMap((text) => [" ", element("span", {}, text)]);
  const shelf = element("span", { class: "shelf-mark", "data-shelf": entry.shelf }, entry.shelfSaid);
  return element("li", { class: "result", "data-field": entry.field },
    element("h2", { class: "result-title" }, element("a", { href: new URL(entry.url, root).href }, entry.title)),
    entry.draft ? element("p", { class: "draft-mark", "data-draft": true }, "Bản thảo, chưa duyệt") : null,
    entry.embargo ? element("p", { class: "embargo" }, entry.embargo) : null,
    element("p", { class: "result-text" }, entry.summary),
    element("p", { class: "meta" }, shelf, " ", element("span", { class: "field" }, entry.fieldName), ...meta, " ",
      element("span", entry.untold ? { class: "untold" } : {}, entry.untold ? "chưa báo, đài nào đưa" : entry.coverage),
      ...(entry.questions ? [" ", element("span", { "data-editors": true }, `cần kiểm lại ${number(entry.questions)} điều`)] : []),
      ...(entry.grade ? [" ", element("span", { "data-editors": true }, `độ đầy đủ: ${entry.grade}`)] : [])));
}

let turn = 0;

async function refresh() {
  const mine = ++turn;
  const tests = chosen();
  if (pager) pager.hidden = tests.length > 0;
  if (!tests.length) {
    list.replaceChildren(...asServed);
    status.textContent = "";
    return;
  }
  try {
    const entries = (await loadAll()).filter((entry) => tests.every((test) => test(entry)));
    if (mine !== turn) return;
    list.replaceChildren(...entries.slice(0, SHOWN).map(item));
    const more = entries.length > SHOWN ? `, đang hiện ${number(SHOWN)} bài mới nhất; hãy chọn thêm để thu hẹp` : "";
    status.textContent = entries.length ? `${number(entries.length)} bài${more}.` : "Không có bài nào. Hãy bỏ bớt điều kiện.";
  } catch {
    if (mine === turn) status.textContent = "Không tải được danh sách. Hãy kiểm lại mạng rồi thử lại.";
  }
}

function writeAddress() {
  const parts = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", parts.size ? `?${parts}` : location.pathname);
}

function readAddress() {
  const given = new URLSearchParams(location.search);
  for (const name of Object.keys(TICKS)) form.elements[name].checked = given.get(name) === "1";
  for (const name of Object.keys(PICKS)) {
    const options = [...form.elements[name].options].map(({ value }) => value);
    form.elements[name].value = options.includes(given.get(name)) ? given.get(name) : "";
  }
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", () => { writeAddress(); refresh(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  readAddress();
  refresh();
}

// The next occasion comes first; only the reader's computer knows what day it is.
const occasions = document.getElementById("cac-dip");
if (occasions) {
  const now = new Date();
  const wait = ({ dataset: { month, day } }) => {
    const date = new Date(now.getFullYear(), month - 1, day);
    if (date < new Date(now.getFullYear(), now.getMonth(), now.getDate())) date.setFullYear(date.getFullYear() + 1);
    return date - now;
  };
  occasions.append(...[...occasions.children].sort((a, b) => wait(a) - wait(b)));
}
