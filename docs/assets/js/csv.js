// A list as a CSV file that Excel opens right: UTF-8 with a mark, CRLF, quotes doubled.

const MARK = "\ufeff";

/** A cell; one that a spreadsheet would run as a formula is made plain text. */
const cell = (value) => {
  const text = String(value ?? "");
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The text of a CSV file with a heading row. */
export const csvOf = (rows, headings) => MARK + [headings, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

/** Offer `text` to the reader as a file. */
export function saveAs(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
