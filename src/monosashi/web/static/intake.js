/* Intake with a script: files sent one by one, the work list by keyboard, frames of the paper brought into view.
   Everything here can be done by plain forms and links as well. */
"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const typing = (node) => Boolean(node?.closest?.("input, textarea, select, [contenteditable]"));

  /* ---- The desk ---- */

  const desk = () => document.getElementById("desk");

  function bringIntoView(box) {
    const stage = box?.closest(".paper-stage");
    if (!stage) return;
    const [at, of] = [box.getBoundingClientRect(), stage.getBoundingClientRect()];
    stage.scrollBy({
      left: at.left + at.width / 2 - of.left - of.width / 2,
      top: at.top + Math.min(at.height, of.height) / 2 - of.top - of.height / 2,
    });
  }

  /* One frame is a stop of the Tab key; the arrow keys go on from there. */
  function stop(view, box) {
    for (const other of view.querySelectorAll("a.box")) other.setAttribute("tabindex", other === box ? "0" : "-1");
  }

  function beside(view, box, key) {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const middle = (one) => {
      const at = one.getBoundingClientRect();
      return [at.left + at.width / 2, at.top + at.height / 2];
    };
    const [x, y] = middle(box);
    let [best, least] = [null, Infinity];
    for (const other of view.querySelectorAll("a.box")) {
      const [ox, oy] = middle(other);
      const [along, across] = [(ox - x) * dx + (oy - y) * dy, Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx)];
      if (other !== box && along > 1 && along + 3 * across < least) [best, least] = [other, along + 3 * across];
    }
    return best;
  }

  /* How large the paper is shown is kept from item to item. */
  let size = "";

  function enliven() {
    const view = document.getElementById("paper-view");
    if (!view) return;
    const radio = size && document.getElementById(size);
    if (radio) radio.checked = true;
    for (const one of view.querySelectorAll("input[name=paper-size]")) {
      one.addEventListener("change", () => {
        size = one.id;
        bringIntoView(view.querySelector(".box.selected"));
      });
    }
    const chosen = view.querySelector(".box.selected");
    stop(view, view.querySelector("a.box.selected") ?? view.querySelector("a.box"));
    bringIntoView(chosen);
    const current = document.querySelector(".items-kind [aria-current]");
    current?.closest("li").scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    const found = desk()?.querySelector(selector);
    found?.click();
    return Boolean(found);
  }

  const acts = {
    j: () => press(".card-steps [rel=next]"),
    k: () => press(".card-steps [rel=prev]"),
    ArrowDown: () => press(".card-steps [rel=next]"),
    ArrowUp: () => press(".card-steps [rel=prev]"),
    c: () => press("#confirm"),
    Enter: () => {
      const text = document.getElementById("edit-at") ?? document.getElementById("edit-text");
      text?.focus();
      return Boolean(text);
    },
    "?": () => {
      const keys = document.getElementById("keys");
      if (!keys) return false;
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
      return true;
    },
  };

  function onKey(event) {
    if (!desk()) return;
    const here = event.target;
    if (typing(here)) {
      if (event.key === "Escape") document.getElementById("card")?.focus();
      if (event.key === "Enter" && event.ctrlKey && here.form?.matches(".card-edit")) {
        event.preventDefault();
        here.form.requestSubmit();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const onFrame = here.closest?.("a.box");
    if (onFrame && event.key.startsWith("Arrow")) {
      const view = document.getElementById("paper-view");
      const next = beside(view, onFrame, event.key);
      event.preventDefault();
      if (!next) return;
      stop(view, next);
      next.focus({ preventScroll: true });
      bringIntoView(next);
      return;
    }
    const free = !here.closest?.("a, button, summary, .paper-stage, .scroll");
    if ((event.key === "Enter" || event.key.startsWith("Arrow")) && !free) return;
    if (acts[event.key]?.()) event.preventDefault();
  }

  document.addEventListener("keydown", onKey);
  /* An answer without a desk (signed out, gone) is shown as the page it is. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id !== "desk" || event.detail.serverResponse.includes('id="desk"')) return;
    event.detail.shouldSwap = false;
    location.assign(location.pathname);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt?.id !== "desk" && !event.detail.elt?.closest?.("#desk")) return;
    enliven();
    const trouble = document.getElementById("trouble");
    (trouble ? document.getElementById("edit-text") : document.getElementById("card"))?.focus({ preventScroll: true });
    document.getElementById("card")?.scrollIntoView({ block: "nearest" });
  });
  /* The server cannot be reached or does not answer: what was typed stays, and reading is asked for again. */
  function unanswered(event) {
    const code = event.detail.xhr?.status;
    if (event.detail.elt?.id === "reading") setTimeout(() => location.reload(), 10_000);
    else if (desk() && code !== 400 && code !== 409) {
      document.getElementById("trouble")?.remove();
      const told = document.createElement("p");
      Object.assign(told, { id: "trouble", className: "remark error", role: "alert", textContent: desk().dataset.failed });
      document.getElementById("card")?.prepend(told);
    }
  }
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(name, unanswered);

  if (desk()) {
    enliven();
    if (!location.hash) document.getElementById("card")?.focus({ preventScroll: true });
  }

  /* ---- Putting documents in ---- */

  const form = document.getElementById("upload");
  if (!form) return;
  const [files, folder, told] = [form.querySelector("#files"), form.querySelector("#folder"), form.querySelector(".upload-progress")];
  const area = form.closest(".intake-upload");
  form.querySelector(".upload-folder").hidden = false;
  form.querySelector(".upload-drop").hidden = false;
  let sending = false;

  async function send(chosen) {
    if (sending || !chosen.length) return;
    sending = true;
    const said = [];
    for (const [n, file] of chosen.entries()) {
      told.textContent = form.dataset.sending.replace("{n}", n + 1).replace("{of}", chosen.length);
      const body = new FormData(form);
      body.delete("files");
      body.append("files", file, file.name);
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(answer.status);
        said.push(...(await answer.json()).said);
      } catch {
        told.textContent = form.dataset.failed;
        sending = false;
        return;
      }
    }
    sessionStorage.setItem("intake-said", JSON.stringify(said));
    location.assign("/intake/");
  }

  /* What is no document is left out of a folder: hidden files, and those without contents. */
  const documents = (list) => [...list].filter((file) => file.size > 0 && !file.name.startsWith("."));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send([...files.files]);
  });
  folder.addEventListener("change", () => send(documents(folder.files)));

  async function entriesOf(entry) {
    if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found;
      for (const one of some) found.push(...(await entriesOf(one)));
    }
  }

  for (const event of ["dragover", "dragleave", "drop"]) {
    area.addEventListener(event, (dragged) => {
      dragged.preventDefault();
      area.classList.toggle("over", event === "dragover");
    });
  }
  area.addEventListener("drop", async (dropped) => {
    const entries = [...dropped.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const found = [];
    for (const entry of entries) found.push(...(await entriesOf(entry)));
    send(documents(entries.length ? found : dropped.dataTransfer.files));
  });

  const said = JSON.parse(sessionStorage.getItem("intake-said") ?? "[]");
  sessionStorage.removeItem("intake-said");
  const messages = document.querySelector(".told-messages");
  for (const text of said) {
    const line = document.createElement("p");
    line.className = "remark note";
    line.textContent = text;
    messages.append(line);
  }
})();
