// The press page: one-click copy, and the prompter. Without it every text can still be selected and read.

const SAID = "Đã chép";
const FAILED = "Chưa chép được, hãy bôi đen rồi chép";

/** Put `text` on the clipboard; the older way where the new one is not allowed. */
async function copy(source) {
  const text = source.textContent;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const name = button.textContent;
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.textContent = (await copy(source)) ? SAID : FAILED;
    setTimeout(() => { button.textContent = name; }, 2500);
  });
}

// The prompter: the chosen cut in large type; space goes on a line, Shift+space back, Escape leaves.
const stage = document.getElementById("may-nhac");
const BIGGER = 1.15;
let lines = [];
let at = 0;
let size = 1;
let opener = null;

function show(next) {
  at = Math.max(0, Math.min(lines.length - 1, next));
  lines.forEach((line, index) => line.toggleAttribute("data-now", index === at));
  lines[at]?.scrollIntoView({ block: "center" });
}

function resize(factor) {
  size = Math.max(.5, Math.min(3, size * factor));
  stage.style.setProperty("--prompt", size); // the object model, which the policy allows; not an attribute
  show(at);
}

function open(button) {
  const cut = document.getElementById(button.dataset.prompt);
  lines = [...cut.querySelectorAll("li")].map((line) => line.cloneNode(true));
  stage.querySelector("ol").replaceChildren(...lines);
  opener = button;
  stage.showModal();
  show(0);
}

const KEYS = {
  " ": (event) => show(at + (event.shiftKey ? -1 : 1)),
  ArrowDown: () => show(at + 1),
  PageDown: () => show(at + 1),
  ArrowUp: () => show(at - 1),
  PageUp: () => show(at - 1),
  Home: () => show(0),
  End: () => show(lines.length - 1),
  "+": () => resize(BIGGER),
  "=": () => resize(BIGGER),
  "-": () => resize(1 / BIGGER),
};

if (stage) {
  for (const button of document.querySelectorAll("button[data-prompt]")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button));
  }
  stage.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(event);
  });
  stage.addEventListener("click", (event) => { if (!event.target.closest("button")) show(at + 1); });
  stage.querySelector("[data-close]").addEventListener("click", () => stage.close());
  stage.addEventListener("close", () => opener?.focus());
}
