// Writing a sheet: drafts kept from keystroke to keystroke, undo and redo, a grid that moves and takes paste like a
// spreadsheet, findings beside their field. Every page saves without any of this.
"use strict";

(() => {
  const form = document.getElementById("edit");
  if (!form) return;
  const said = form.dataset;
  const fields = [...form.querySelectorAll("textarea[data-was]")];
  const byName = new Map(fields.map((field) => [field.name, field]));
  const state = document.getElementById("save-state");
  const locked = "locked" in said;
  const key = `monosashi-draft-${said.who}-${said.sheet}-${said.part}`;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const startedFrom = form.querySelector("[name=started_from]").value;
  const reason = document.querySelector("details#reason");
  let saving = false;

  const changed = (field) => field.value !== field.dataset.was;
  const told = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // What is not saved, in words and by a mark on the field.
  let remark = "";
  function show() {
    let count = 0;
    for (const field of fields) {
      const differs = changed(field);
      field.classList.toggle("changed", differs);
      count += differs;
      // a commitment that was written already changes only with a reason
      if (differs && reason && "commitment" in field.dataset && field.dataset.was.trim()) reason.open = true;
    }
    if (state) state.textContent = (count ? told(said.unsaved, { n: count }) : said.clean) + (count && remark ? `　${remark}` : "");
    return count;
  }

  // Undo and redo: each step is the texts before and after.
  const done = [], undone = [];
  const last = new Map(fields.map((field) => [field, field.value]));
  const undoButton = document.getElementById("undo"), redoButton = document.getElementById("redo");
  let typing = null;
  function step(changes) {
    done.push(changes);
    undone.length = 0;
    buttons();
  }
  function buttons() {
    if (!undoButton) return;
    undoButton.disabled = !done.length;
    redoButton.disabled = !undone.length;
  }
  function write(field, text) {
    field.value = text;
    last.set(field, text);
  }
  function go(from, to, which) {
    const changes = from.pop();
    if (!changes) return;
    typing = null;
    for (const change of changes) write(change.field, change[which]);
    to.push(changes);
    changes[0].field.focus();
    buttons();
    after(changes.map((change) => change.field));
  }
  const undo = () => go(done, undone, "was");
  const redo = () => go(undone, done, "now");

  function typed(field) {
    const was = last.get(field), now = field.value;
    if (was === now) return;
    last.set(field, now);
    if (typing && typing.field === field && Date.now() - typing.time < 1500 && done[done.length - 1] === typing.step) {
      typing.step[0].now = now;
      typing.time = Date.now();
      undone.length = 0;
    } else {
      const changes = [{ field, was, now }];
      step(changes);
      typing = { field, step: changes, time: Date.now() };
    }
    after([field]);
  }

  // Drafts: to the server a moment after the last key; into this browser at once, for when the server is away.
  let waiting = null, sent = Promise.resolve();
  const unsent = new Set();
  function after(touched) {
    for (const field of touched) unsent.add(field);
    show();
    keepHere();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 800);
    clearTimeout(looking);
    looking = setTimeout(look, 700);
  }
  function keepHere() {
    try {
      const texts = Object.fromEntries(fields.filter(changed).map((field) => [field.name, field.value]));
      if (Object.keys(texts).length) localStorage.setItem(key, JSON.stringify({ version: startedFrom, texts, sent: !unsent.size }));
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }
  function body(some) {
    const data = new URLSearchParams({ started_from: startedFrom });
    for (const field of some) data.append(field.name, field.value);
    return data;
  }
  const address = (what) => `/sheets/${said.sheet}/edit/${what}`;
  const post = (what, some, more) =>
    fetch(address(what), {
      method: "POST",
      body: body(some),
      headers: { "X-CSRFToken": token },
      credentials: "same-origin",
      redirect: "error",
      ...more,
    });
  function keep() {
    if (locked || saving || !unsent.size) return sent;
    sent = sent.then(async () => {
      const some = [...unsent];
      unsent.clear();
      try {
        const answer = await post("draft", some);
        if (!answer.ok) throw answer;
        remark = said.kept;
        keepHere();
      } catch (problem) {
        for (const field of some) unsent.add(field);
        const away = !(problem instanceof Response) || problem.status >= 500;
        remark = away && keepHere() ? said.local : said.gone;
        clearTimeout(waiting);
        waiting = setTimeout(keep, 10000);
      }
      show();
    });
    return sent;
  }
  window.addEventListener("online", keep);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsent.size && !saving && !locked) {
      const some = [...unsent];
      post("draft", some, { keepalive: body(some).toString().length < 60000 }).then(
        (answer) => { if (answer.ok) { for (const field of some) unsent.delete(field); keepHere(); } },
        () => {},
      );
    }
  });

  // A draft that never reached the server is offered back.
  const offer = document.getElementById("local-draft");
  function found() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      if (!kept || kept.sent || locked) return null;
      const texts = Object.entries(kept.texts).filter(([name, text]) => byName.has(name) && byName.get(name).value !== text);
      return texts.length ? texts : null;
    } catch {
      return null;
    }
  }
  const here = found();
  if (here && offer) {
    offer.hidden = false;
    offer.querySelector("p").textContent = told(said.here, { n: here.length });
    document.getElementById("local-take").addEventListener("click", () => {
      const changes = here.map(([name, text]) => ({ field: byName.get(name), was: byName.get(name).value, now: text }));
      for (const change of changes) write(change.field, change.now);
      step(changes);
      offer.hidden = true;
      changes[0].field.focus();
      after(changes.map((change) => change.field));
    });
    document.getElementById("local-drop").addEventListener("click", () => {
      localStorage.removeItem(key);
      offer.hidden = true;
    });
  }

  // Findings beside their field, without saving.
  let looking = null;
  function look() {
    const some = fields.filter((field) => changed(field) || field.dataset.looked);
    if (!some.length || locked || saving || !window.htmx) return;
    const values = { started_from: startedFrom };
    for (const field of some) {
      values[field.name] = field.value;
      if (changed(field)) field.dataset.looked = "1";
      else delete field.dataset.looked;
    }
    window.htmx.ajax("POST", address("live"), { target: "#live-answers", swap: "innerHTML", values, headers: { "X-CSRFToken": token } });
  }

  // Keys.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const pressed = event.key.toLowerCase();
    if (pressed === "s" && !locked) {
      event.preventDefault();
      document.getElementById("save").click();
    } else if (fields.includes(document.activeElement) && !event.isComposing) {
      if (pressed === "z" && !event.shiftKey) { event.preventDefault(); undo(); }
      if (pressed === "y" || (pressed === "z" && event.shiftKey)) { event.preventDefault(); redo(); }
    }
  });
  form.addEventListener("input", (event) => { if (byName.has(event.target.name)) typed(event.target); });
  form.addEventListener("submit", () => { saving = true; clearTimeout(waiting); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { saving = false; show(); } });
  window.addEventListener("beforeunload", (event) => {
    if (!saving && unsent.size && show()) event.preventDefault();
  });
  if (undoButton) {
    undoButton.parentElement.hidden = false;
    undoButton.addEventListener("click", undo);
    redoButton.addEventListener("click", redo);
  }

  // Why: in a window over the page.
  const dialog = document.getElementById("why-dialog");
  form.addEventListener("click", async (event) => {
    const link = event.target.closest("a.why, a.grid-why");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok) throw answer;
      document.getElementById("why-body").innerHTML = await answer.text();
      dialog.showModal();
    } catch {
      location.href = link.href;
    }
  });
  document.getElementById("why-close").addEventListener("click", () => dialog.close());

  // The grid.
  const grid = document.getElementById("grid");
  if (grid) {
    const cells = [...grid.querySelectorAll("tbody tr")].map((row) => {
      const found = [];
      for (const cell of row.querySelectorAll("td")) for (let n = 0; n < cell.colSpan; n += 1) found.push(cell.querySelector("textarea"));
      return found;
    });
    const placeOf = (field) => {
      for (let row = 0; row < cells.length; row += 1) {
        const column = cells[row].indexOf(field);
        if (column >= 0) return { row, column, last: cells[row].lastIndexOf(field) };
      }
      return null;
    };
    const move = (field, rows, columns) => {
      const place = placeOf(field);
      if (!place) return false;
      const next = cells[place.row + rows]?.[(columns > 0 ? place.last : place.column) + columns];
      if (!next) return false;
      next.focus();
      next.select();
      return true;
    };
    grid.addEventListener("keydown", (event) => {
      const field = event.target;
      if (field.tagName !== "TEXTAREA" || event.isComposing || event.ctrlKey || event.metaKey) return;
      const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
      const atStart = field.selectionEnd === 0 || all, atEnd = field.selectionStart === field.value.length || all;
      const one = !field.value.includes("\n");
      let went = false;
      if (event.key === "Enter" && !event.altKey) { went = true; move(field, event.shiftKey ? -1 : 1, 0); }
      else if (event.key === "Enter") { went = true; field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end"); typed(field); }
      else if (event.shiftKey || event.altKey) went = false;
      else if (event.key === "ArrowDown" && (one || atEnd)) went = move(field, 1, 0);
      else if (event.key === "ArrowUp" && (one || atStart)) went = move(field, -1, 0);
      else if (event.key === "ArrowRight" && atEnd) went = move(field, 0, 1);
      else if (event.key === "ArrowLeft" && atStart) went = move(field, 0, -1);
      else if (event.key === "Escape" && changed(field)) { went = true; field.value = field.dataset.was; typed(field); }
      if (went) event.preventDefault();
    });

    // Cells as Excel copies them: tabs and lines, a cell with a line break or a quote in quotes.
    const parsed = (text) => {
      const rows = [[]];
      let at = 0;
      while (at <= text.length) {
        let cell = "";
        if (text[at] === '"' && /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(text.slice(at))) {
          const whole = /^"(?:[^"]|"")*"/.exec(text.slice(at))[0];
          cell = whole.slice(1, -1).replaceAll('""', '"');
          at += whole.length;
        } else {
          cell = /^[^\t\n]*/.exec(text.slice(at))[0];
          at += cell.length;
        }
        rows[rows.length - 1].push(cell);
        if (at >= text.length) break;
        if (text[at] === "\n") rows.push([]);
        at += 1;
      }
      return rows;
    };
    const paste = document.getElementById("paste"), list = document.getElementById("paste-rows");
    let ready = [];
    grid.addEventListener("paste", (event) => {
      const field = event.target;
      if (field.tagName !== "TEXTAREA" || locked) return;
      const text = event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n").replace(/\n$/, "");
      if (!/[\t\n]/.test(text)) return;
      event.preventDefault();
      const place = placeOf(field), rows = parsed(text), taken = new Map();
      let outside = 0;
      rows.forEach((row, r) => row.forEach((cell, c) => {
        const into = cells[place.row + r]?.[place.column + c];
        if (!into) outside += cell !== "";
        else if (!taken.has(into) || taken.get(into) === "") taken.set(into, cell.trim());
        else if (cell.trim() && cell.trim() !== taken.get(into)) outside += 1;
      }));
      ready = [...taken].filter(([into, now]) => into.value !== now).map(([into, now]) => ({ field: into, was: into.value, now }));
      const fill = (id, words, values) => { document.getElementById(id).textContent = told(words, values); };
      fill("paste-count", grid.dataset.count, { n: ready.length, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) });
      fill("paste-outside", grid.dataset.outside, { n: outside });
      document.getElementById("paste-outside").hidden = !outside;
      list.replaceChildren(...ready.map((change) => {
        const line = document.createElement("tr"), head = document.createElement("th");
        head.scope = "row";
        head.textContent = form.querySelector(`label[for="${change.field.id}"]`).textContent;
        const was = document.createElement("td"), now = document.createElement("td");
        was.textContent = change.was || "－";
        now.textContent = change.now || "－";
        line.append(head, was, now);
        return line;
      }));
      document.getElementById("paste-do").disabled = !ready.length;
      paste.showModal();
    });
    document.getElementById("paste-cancel").addEventListener("click", () => paste.close());
    document.getElementById("paste-do").addEventListener("click", () => {
      paste.close();
      if (!ready.length) return;
      for (const change of ready) write(change.field, change.now);
      typing = null;
      step(ready);
      ready[0].field.focus();
      after(ready.map((change) => change.field));
      ready = [];
    });
  }
  buttons();
  show();
})();
