/* The original beside a sheet. Everything here can be done by plain links as well: this only spares the way there and back.

   On a page of the original: the chosen frame is brought into view, arrow keys go from frame to frame, pointing at a
   frame shows its value and pointing at a value its frame. On a sheet: the same view in a panel. */
"use strict";
(() => {
  const panel = document.getElementById("paper-panel");
  const opener = document.getElementById("paper-open");
  const slot = panel?.querySelector(".paper-slot");

  const pathsOf = (box) => (box.dataset.at ?? "").split(" ");
  /* The frames that hold just this value; where there is none, the server knows what stands nearest. */
  const boxesOf = (view, path) => [...view.querySelectorAll("a.box")].filter((box) => pathsOf(box).includes(path));

  function bringIntoView(box) {
    const stage = box.closest(".paper-stage");
    const [at, of] = [box.getBoundingClientRect(), stage.getBoundingClientRect()];
    stage.scrollBy({
      left: at.left + at.width / 2 - of.left - of.width / 2,
      top: at.top + Math.min(at.height, of.height) / 2 - of.top - of.height / 2,
    });
  }

  function say(view, box) {
    const name = view.querySelector(".paper-said .paper-name");
    const [value, text] = [box.querySelector("title").textContent.split("\n")[0], box.getAttribute("aria-label")];
    view.querySelector(".paper-said q")?.remove();
    name.textContent = value;
    const quote = document.createElement("q");
    quote.lang = "ja";
    quote.textContent = text.slice(value.length + 1);
    name.after(" ", quote);
    const place = view.querySelector(".paper-said .cell");
    if (place) place.textContent = box.dataset.place;
    const back = view.querySelector(".paper-back");
    if (back) back.href = box.getAttribute("href");
  }

  function choose(view, boxes) {
    for (const box of view.querySelectorAll(".box.selected")) {
      box.classList.remove("selected");
      box.removeAttribute("aria-current");
    }
    view.querySelector(".paper-page").classList.add("chosen");
    for (const box of boxes) {
      box.classList.add("selected");
      box.setAttribute("aria-current", "true");
    }
    bringIntoView(boxes[0]);
    say(view, boxes[0]);
    stop(view, boxes[0]);
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

  /* The value on the sheet, or in the list beside the page, that a frame leads to. */
  function pointAt(box, on) {
    const anchor = decodeURIComponent(new URL(box.getAttribute("href"), location.href).hash.slice(1));
    const value = panel && anchor && document.getElementById(anchor);
    value?.classList.toggle("pointed", on);
    for (const link of document.querySelectorAll(".on-paper")) {
      if (pathsOf(box).includes(link.dataset.at)) link.closest("li").classList.toggle("pointed", on);
    }
  }

  function enliven(view) {
    const boxes = [...view.querySelectorAll("a.box")];
    const chosen = view.querySelector("a.box.selected");
    stop(view, chosen ?? boxes[0]);
    if (chosen) bringIntoView(chosen);
    for (const box of boxes) {
      for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) {
        box.addEventListener(event, () => {
          pointAt(box, on);
          const told = on ? box : view.querySelector("a.box.selected");
          if (told) say(view, told);
        });
      }
      box.addEventListener("click", () => choose(view, boxesOf(view, pathsOf(box)[0])));
    }
    view.addEventListener("keydown", (event) => {
      const from = event.target.closest?.("a.box");
      if (!from || !event.key.startsWith("Arrow")) return;
      event.preventDefault();
      const next = beside(view, from, event.key);
      if (!next) return;
      stop(view, next);
      next.focus({ preventScroll: true });
      bringIntoView(next);
    });
  }

  async function load(address) {
    const answer = await fetch(address);
    const view = answer.ok
      ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("paper-view")
      : null;
    if (!view) {
      slot.textContent = panel.dataset.failed;
      return;
    }
    const size = slot.querySelector("input[type=radio]:checked")?.id ?? "paper-large";
    slot.replaceChildren(document.adoptNode(view));
    slot.querySelector(`#${size}`).checked = true;
    panel.querySelector(".paper-wider").href = address;
    enliven(view);
  }

  function open() {
    panel.hidden = false;
    document.body.classList.add("paper-open");
    opener?.setAttribute("aria-expanded", "true");
  }

  /* Who opened the panel gets the focus back. */
  let askedFrom = opener;

  function close() {
    panel.hidden = true;
    document.body.classList.remove("paper-open");
    opener?.setAttribute("aria-expanded", "false");
    askedFrom?.focus({ preventScroll: true });
  }

  async function show(address, from, byKeyboard) {
    askedFrom = from.querySelector(":scope > a.place") ?? from;
    const before = from.getBoundingClientRect().top;
    open();
    /* The sheet has become narrower: what was clicked stays where it was on the screen, above the panel if need be. */
    const room = panel.offsetTop > 0 ? panel.offsetTop - 48 : innerHeight - 48;
    scrollBy({ top: from.getBoundingClientRect().top - Math.min(before, room), behavior: "instant" });
    const path = new URL(address, location.href).searchParams.get("at");
    const view = slot.querySelector(".paper-view");
    const boxes = path && view ? boxesOf(view, path) : [];
    if (boxes.length) choose(view, boxes);
    else await load(address);
    const found = slot.querySelector("a.box.selected") ?? slot.querySelector(".paper-stage");
    if (byKeyboard) found?.focus({ preventScroll: true });
  }

  function prepareSheet() {
    document.body.classList.add("scripted");
    opener?.setAttribute("aria-expanded", "false");
    panel.querySelector("button").addEventListener("click", close);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden) close();
    });
    document.addEventListener("click", (event) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const link = event.target.closest("a, button, summary, label, input");
      const own = link && (link === opener || link.matches("a.place, a.cell, .paper-slot .paper-pages a, .paper-said a"));
      const value = link ? null : event.target.closest(".value")?.querySelector(":scope > a.place");
      const to = own ? link : getSelection().isCollapsed ? value : null;
      if (!to || to.matches(".paper-back")) return;
      event.preventDefault();
      if (to.closest(".paper-slot")) load(to.href);
      else if (to === opener && !panel.hidden) close();
      else show(to.href, to.closest(".value") ?? to, event.detail === 0);
    });
  }

  if (panel) prepareSheet();
  const view = document.getElementById("paper-view");
  if (view) enliven(view);
  for (const link of document.querySelectorAll(".paper-list .on-paper")) {
    link.addEventListener("click", (event) => {
      const boxes = boxesOf(view, link.dataset.at);
      if (!boxes.length || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      choose(view, boxes);
      history.replaceState(null, "", link.href);
    });
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false]]) {
      link.closest("li").addEventListener(event, () => {
        for (const box of boxesOf(view, link.dataset.at)) box.classList.toggle("pointed", on);
      });
    }
  }
})();
