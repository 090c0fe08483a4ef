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
