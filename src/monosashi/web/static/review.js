// Marks beside the values of a sheet's page: how many comments each bears, and on request a link on every value.
"use strict";
(() => {
  const tools = document.querySelector("[data-comments]");
  if (!tools) return;
  const address = tools.dataset.comments;
  const mark = (value, words) => {
    let link = value.querySelector(":scope > .comment-link");
    if (!link) {
      link = document.createElement("a");
      link.className = "comment-link";
      link.href = `${address}?at=${encodeURIComponent(value.id)}`;
      value.append(link);
    }
    link.textContent = words;
  };
  const values = () => document.querySelectorAll('.value[id^="/"]');
  const counted = (words, n) => words.replace("{n}", String(n));
  fetch(`${address.slice(0, -1)}.json`, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : { open: {} }))
    .then(({ open }) => {
      for (const value of values()) if (open[value.id]) mark(value, counted(tools.dataset.many, open[value.id]));
      const button = tools.querySelector("button[hidden]");
      if (!button) return;
      button.hidden = false;
      button.addEventListener("click", () => {
        for (const value of values()) if (!open[value.id]) mark(value, tools.dataset.one);
        button.hidden = true;
      });
    })
    .catch(() => {});
})();
