// Rounds: choose many lines at once, paste a column from a spreadsheet, copy a text. Every page works without it.
"use strict";

for (const element of document.querySelectorAll(".only-script")) element.hidden = false;

for (const button of document.querySelectorAll("[data-all]")) {
  button.addEventListener("click", () => {
    for (const box of document.querySelectorAll('input[name="measure"]')) box.checked = button.dataset.all === "on";
  });
}

for (const head of document.querySelectorAll("[data-all-of]")) {
  const boxes = [...document.querySelectorAll(`input[type="checkbox"][name="${head.dataset.allOf}"]`)];
  head.addEventListener("change", () => { for (const box of boxes) box.checked = head.checked; });
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const chosen = boxes.filter((one) => one.checked).length;
      head.checked = chosen === boxes.length;
      head.indeterminate = chosen > 0 && chosen < boxes.length;
    });
  }
}

// A column copied in a spreadsheet is lines of text; each goes into the same field of the next line of the page.
document.addEventListener("paste", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.dataset.column) return;
  const texts = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/);
  if (texts.length < 2) return;
  event.preventDefault();
  const column = [...document.querySelectorAll(`input[data-column="${field.dataset.column}"]`)];
  const start = column.indexOf(field);
  texts.slice(0, column.length - start).forEach((text, n) => {
    column[start + n].value = text.split("\t")[0];
    column[start + n].dispatchEvent(new Event("change", { bubbles: true }));
  });
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    document.execCommand("copy");
    button.textContent = button.dataset.copied;
  });
}
