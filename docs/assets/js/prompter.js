// The prompter of the press page: a cut of the script in large type that runs at a pace, mirrored for a pane of glass.
// A place in the text is a number of syllables said; pace, clock and scrolling follow from it. Nothing is kept.

const stage = document.getElementById("may-nhac");
const HASH = "#may-nhac";
const EYE = .33; // of the height: where the marker stands, as --eye in press.css
const SLOWEST = 120, FASTEST = 400, STEP = 10; // syllables a minute
const SMALLEST = .5, LARGEST = 3, BIGGER = 1.15;

if (stage) prepare();

function prepare() {
  const view = stage.querySelector(".prompter-text");
  const text = view.querySelector("ol");
  const choice = stage.querySelector("[data-cut]");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const breath = new Set(stage.dataset.breath.split(" "));
  const button = (act) => stage.querySelector(`[data-act=${act}]`);

  let lines = []; // { item, from, length }: the element, syllables before it, its own
  let total = 0;
  let said = 0;
  let rate = Number(stage.dataset.rate);
  let size = 1;
  let running = false;
  let shown = -1; // the line that is marked as the one being said
  let held = false; // a finger moves the text
  let last = 0; // when the text was moved last, in milliseconds
  let put = 0; // where we scrolled to: anything else was the reader
  let opener = null;
  let lock = null;

  /** The last line that `reached` holds for, of lines in order; the first when it holds for none. */
  const lastLine = (reached) => {
    const beyond = lines.findIndex((one) => !reached(one));
    return Math.max(0, (beyond < 0 ? lines.length : beyond) - 1);
  };
  const now = () => lastLine(({ from }) => from <= said);
  const clock = (seconds) => [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");

  /** The words of a line, its breath marks set back; remarks for editors are no part of it. */
  function spoken(line) {
    const item = document.createElement("li");
    for (const word of line.querySelector("[data-said]").textContent.split(" ")) {
      const isMark = breath.has(word);
      if (item.hasChildNodes()) item.append(isMark ? "\u00a0" : " "); // no row begins with a mark
      if (!isMark) { item.append(word); continue; }
      const mark = document.createElement("i");
      mark.setAttribute("aria-hidden", "true");
      mark.textContent = word;
      item.append(mark);
    }
    return item;
  }

  function load(anchor) {
    total = 0;
    lines = [...document.getElementById(anchor).children].map((line) => {
      const length = Number(line.dataset.syllables) || 1;
      total += length;
      return { item: spoken(line), from: total - length, length };
    });
    text.replaceChildren(...lines.map(({ item }) => item));
    choice.value = anchor;
    shown = -1;
    run(false);
    go(0);
  }

  /** Show the place `syllables` from the beginning: what is said there comes to the marker. */
  function go(syllables) {
    said = Math.max(0, Math.min(total, syllables));
    const at = now();
    if (at !== shown) point(at);
    tell();
    const { item, from, length } = lines[at];
    view.scrollTop = item.offsetTop + item.offsetHeight * Math.min(1, (said - from) / length) - view.clientHeight * EYE;
    put = view.scrollTop;
  }

  function point(at) {
    shown = at;
    lines.forEach(({ item }, index) => {
      item.toggleAttribute("data-past", index < at);
      if (index === at) item.setAttribute("aria-current", "true"); else item.removeAttribute("aria-current");
    });
  }

  function tell() {
    stage.querySelector("[data-clock]").textContent =
      `${clock(Math.floor(said * 60 / rate))} / ${clock(Math.ceil(total * 60 / rate))}`;
  }

  /** Take over the place the reader scrolled to. */
  function follow() {
    if (Math.abs(view.scrollTop - put) < 2) return;
    const eye = view.scrollTop + view.clientHeight * EYE;
    const at = lastLine(({ item }) => item.offsetTop <= eye);
    const { item, from, length } = lines[at];
    const place = view.scrollTop;
    go(from + length * Math.max(0, Math.min(.99, (eye - item.offsetTop) / item.offsetHeight)));
    view.scrollTop = put = place;
  }

  function step(time) {
    if (!running) return;
    if (!held) go(said + (time - last) * rate / 60000);
    last = time;
    if (said < total) requestAnimationFrame(step); else run(false);
  }

  function run(on) {
    running = on;
    button("run").setAttribute("aria-pressed", String(running));
    button("run").textContent = still.matches ? "Câu sau" : running ? "Dừng" : "Chạy";
    if (!running) return;
    if (said >= total) go(0);
    last = performance.now();
    requestAnimationFrame(step);
  }

  /** Start or stop; where nothing may move by itself, the next line. */
  const onward = () => { if (still.matches) line(1); else run(!running); };

  function line(by) {
    go(lines[Math.max(0, Math.min(lines.length - 1, now() + by))].from);
  }

  function pace(by) {
    rate = Math.max(SLOWEST, Math.min(FASTEST, rate + by));
    stage.querySelector("[data-rate-now]").textContent = `${rate}/phút`;
    tell();
  }

  function resize(factor) {
    size = Math.max(SMALLEST, Math.min(LARGEST, size * factor));
    stage.style.setProperty("--prompt", size); // the object model, which the policy allows; not an attribute
    go(said);
  }

  function mirror() {
    button("mirror").setAttribute("aria-pressed", String(stage.toggleAttribute("data-mirror")));
  }

  const acts = {
    run: onward,
    slower: () => pace(-STEP),
    faster: () => pace(STEP),
    smaller: () => resize(1 / BIGGER),
    larger: () => resize(BIGGER),
    mirror,
    close: () => stage.close(),
  };

  const keys = {
    " ": onward,
    ArrowLeft: acts.slower,
    ArrowRight: acts.faster,
    ArrowUp: () => line(-1),
    ArrowDown: () => line(1),
    PageUp: () => line(-1),
    PageDown: () => line(1), // what the button of a remote control sends
    "+": acts.larger,
    "=": acts.larger,
    "-": acts.smaller,
    m: mirror,
    Home: () => { run(false); go(0); },
    End: () => { run(false); line(lines.length); },
  };

  /** Open with the cut that was asked for; the address says so, and "back" leaves, as on a phone it should. */
  function open(anchor, from) {
    opener = from;
    stage.showModal();
    for (const [name, shown] of [["still", still.matches], ["moving", !still.matches]])
      stage.querySelector(`[data-${name}]`).hidden = !shown;
    pace(0);
    load(anchor);
    view.focus();
    awake();
  }

  /** A phone whose screen goes dark in the middle of a sentence is no prompter; where that is refused, it is as ever. */
  async function awake() {
    try { lock = await navigator.wakeLock?.request("screen"); } catch { lock = null; }
    if (!stage.open) lock?.release();
  }

  function left() {
    run(false);
    lock?.release();
    if (location.hash === HASH) {
      if (opener) history.back(); else history.replaceState(null, "", location.pathname + location.search);
    }
    (opener ?? first).focus();
  }

  const openers = [...document.querySelectorAll("button[data-prompt]")];
  const [first] = openers;
  let wanted = null; // the button that was pressed, until the address has changed

  function heed() {
    if (location.hash !== HASH) { if (stage.open) stage.close(); return; }
    if (!stage.open) open(wanted?.dataset.prompt ?? choice.value, wanted);
    wanted = null;
  }

  for (const one of openers) {
    one.hidden = false;
    one.addEventListener("click", () => {
      wanted = one;
      if (location.hash === HASH) heed(); else location.hash = HASH;
    });
  }
  addEventListener("hashchange", heed);
  stage.addEventListener("close", left);
  stage.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target === choice) return;
    if (key === " " && target.closest("button")) return; // a button that has the focus is pressed
    const act = keys[key.length === 1 ? key.toLowerCase() : key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  stage.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act) acts[act]();
    if (act && event.detail && stage.open) view.focus(); // pressed by hand: the keys belong to the text again
    if (view.contains(event.target)) onward();
  });
  choice.addEventListener("change", () => { load(choice.value); view.focus(); });
  view.addEventListener("scroll", follow);
  view.addEventListener("touchstart", () => { held = true; }, { passive: true });
  for (const end of ["touchend", "touchcancel"]) view.addEventListener(end, () => { held = false; });
  addEventListener("resize", () => { if (stage.open) go(said); });
  heed();
}
