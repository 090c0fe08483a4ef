// The search box: results as you type, by keyboard or by touch. A combobox in the sense of
// WAI-ARIA: focus stays in the input, arrows choose, Enter goes, Esc closes, a live region counts.

import { OFFLINE, askIndex, element, excerpt, homeOf, marked, number, verdict } from "./show.js";

const SHOWN = 6;
const PAUSE = 90; // milliseconds: between two letters of quick typing nothing is asked

/** Make the search form a box with results. Called once per form, when it is first used. */
export function attachBox(form) {
  const input = form.elements.q;
  const home = homeOf(form);
  const list = element("ul", { role: "listbox", id: `${input.id}-ket-qua`, class: "found", tabindex: -1, "aria-label": "Kết quả", hidden: true });
  const note = element("p", { class: "found-note" });
  const live = element("p", { role: "status", class: "unseen" }); // always there: else it is not read out
  const panel = element("div", { class: "found-panel", hidden: true }, note, list);
  form.append(panel, live);
  let turn = 0; // only the answer to the newest question is shown
  let timer = 0;
  let active = -1;
  let answered = ""; // the query that the panel answers; null if it could not

  const open = (isOpen) => {
    panel.hidden = !isOpen || !note.textContent;
    list.hidden = panel.hidden || !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) choose(-1);
  };

  const choose = (position) => {
    const options = [...list.children];
    active = position;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (words, options = []) => {
    note.replaceChildren(...words);
    live.textContent = note.textContent;
    list.replaceChildren(...options);
    choose(-1);
    open(form.contains(document.activeElement));
  };

  const retry = (better) => {
    input.value = better;
    input.focus();
    ask();
  };

  const ask = async () => {
    clearTimeout(timer);
    const query = input.value.trim();
    const mine = ++turn;
    const answer = query && await askIndex(home, (index) => index.search(query, { limit: SHOWN, counts: false }));
    if (mine !== turn) return;
    answered = answer === null ? null : query;
    if (!query) show([]);
    else if (!answer) show([OFFLINE]);
    else show(verdict(query, answer, retry), optionsOf(query, answer, list.id, form));
  };

  /** Show what is known, or ask if something else has been typed since. */
  const wake = () => (input.value.trim() === answered ? open(true) : ask());

  const go = (option) => { location.href = option.dataset.url; };

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  input.addEventListener("input", () => {
    choose(-1);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("focus", wake);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the key is the input method's
    const last = list.children.length - 1;
    if (event.key === "Escape") {
      if (!panel.hidden) event.preventDefault(); // closed, the browser empties the field
      clearTimeout(timer);
      turn++; // no answer opens it again
      open(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) wake();
      if (!list.hidden) choose(event.key === "ArrowDown" ? (active < last ? active + 1 : 0) : (active > 0 ? active - 1 : last));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(list.children[active]);
    }
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // keep the focus in the input
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) open(false);
  });
  addEventListener("online", () => { if (answered === null && form.contains(document.activeElement)) ask(); });
  askIndex(home, () => null); // on the way while the first letters are typed
  wake();
}

function optionsOf(query, { hits, total }, id, form) {
  const home = homeOf(form);
  const option = (place, address, facts, ...children) =>
    element("li", { role: "option", id: `${id}-${place}`, "aria-selected": "false", "data-url": address, ...facts }, ...children);
  const options = hits.map((hit, i) => option(i, new URL(hit.url, home).href, { "data-field": hit.field },
    element("b", {}, ...marked(hit.title, hit.titleMarks)),
    hit.draft ? element("span", { class: "found-draft" }, "Bản thảo, chưa duyệt") : null,
    hit.waits ? element("span", { class: "found-draft" }, `Chờ đến ${hit.waits}`) : null,
    element("span", { class: "found-place" }, hit.place),
    element("span", { class: "found-text" }, ...excerpt(hit.snippet))));
  const all = `${form.action}?q=${encodeURIComponent(query)}`;
  return total > hits.length ? [...options, option(hits.length, all, { class: "found-all" }, `Xem tất cả ${number(total)} bài`)] : options;
}
