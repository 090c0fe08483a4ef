// The press page: one-click copy. Without it every text can still be selected and read.

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
