// Many sheets one after another, with how far it is in sight. Without this script the form sends them all at once.
"use strict";
for (const form of document.querySelectorAll("form[data-one-by-one]")) {
  form.addEventListener("submit", async (event) => {
    const boxes = [...form.querySelectorAll("input[name=sheet]:checked")];
    if (boxes.length === 0) return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    const line = form.querySelector(".progress");
    const bar = line.querySelector("progress");
    const said = line.querySelector("[role=status]");
    const shared = new FormData(form);
    shared.delete("sheet");
    button.disabled = true;
    line.hidden = false;
    bar.max = boxes.length;
    for (const [n, box] of boxes.entries()) {
      const slug = box.value.slice(0, box.value.lastIndexOf("@"));
      const cells = document.getElementById(`row-${slug}`).cells;
      const asked = new FormData();
      for (const [name, value] of shared) asked.append(name, value);
      asked.append("sheet", box.value);
      try {
        const answer = await fetch(form.action, { method: "POST", body: asked, headers: { Accept: "application/json" } });
        const [result] = (await answer.json()).results;
        if (result.made) {
          const link = document.createElement("a");
          link.href = `/sheets/${result.made}/`;
          link.textContent = result.made;
          cells[3].replaceChildren(link, ` ${result.said}`);
          box.remove();
        } else {
          cells[3].textContent = result.said;
        }
      } catch (error) {
        cells[3].textContent = String(error);
      }
      bar.value = n + 1;
      said.textContent = form.dataset.oneByOne.replace("{n}", n + 1).replace("{total}", boxes.length);
    }
    button.disabled = form.querySelector("input[name=sheet]:checked") === null;
  });
}
