// Opens and closes the table of contents on small screens. Without it the list is simply shown.
const button = document.querySelector(".menu-button");
const list = document.getElementById("muc-luc");

if (button && list) {
  const show = (open) => button.setAttribute("aria-expanded", String(open));

  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });
}

// Search is loaded when somebody turns to it, not before.
const fields = [...document.querySelectorAll("form[role=search]")].map((form) => form.elements.q);
const TURNED_TO = ["focus", "input"];
const MODULES = ["./show.js", "../search/search.js", "../search/query.js", "../search/results.js"];

const listen = (field) => TURNED_TO.forEach((event) => field.addEventListener(event, makeBox));

async function makeBox({ currentTarget: field }) {
  if (!navigator.onLine) return; // perhaps the next time
  TURNED_TO.forEach((event) => field.removeEventListener(event, makeBox));
  preload();
  const box = await import("./box.js").catch(() => null);
  if (box) box.attachBox(field.form);
  else listen(field);
}

/** Ask for what box.js will import, at once and not one after another: a slow line feels each round. */
function preload() {
  for (const module of MODULES.splice(0)) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "modulepreload", href: new URL(module, import.meta.url).href });
    document.head.append(link);
  }
}

const explore = document.getElementById("kham-pha"); // laid out for search (search.css)
if (explore) import("./explore.js").catch(() => document.documentElement.classList.add("no-index"));
else fields.forEach(listen);

// "/" and Ctrl+K lead to it from anywhere; a "/" that is being typed stays one.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const control = event.ctrlKey || event.metaKey;
  const asked = control ? event.key?.toLowerCase() === "k" : event.key === "/" && !event.altKey && !typing;
  if (!asked || !fields.length) return;
  event.preventDefault();
  fields[0].focus();
  fields[0].select();
});
