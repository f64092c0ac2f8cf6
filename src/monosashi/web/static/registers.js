// Registers: several countries in one field, and the first fault in sight. Every page works without it.
"use strict";

// A list of suggestions fills a whole field; of a field that holds several names, what stands before the last is kept.
for (const field of document.querySelectorAll("input[data-many]")) {
  const list = document.getElementById(field.getAttribute("list"));
  const names = [...list.options].map((option) => option.value);
  const own = list.cloneNode(true);
  own.id = `${field.id}-list`;
  field.after(own);
  field.setAttribute("list", own.id);
  const offer = () => {
    const cut = Math.max(...["、", "，", ",", ";", "；"].map((mark) => field.value.lastIndexOf(mark))) + 1;
    const before = field.value.slice(0, cut);
    [...own.options].forEach((option, n) => { option.value = before + names[n]; });
  };
  field.addEventListener("input", offer);
  field.addEventListener("focus", offer);
}

const faults = document.getElementById("faults");
if (faults) faults.focus();
