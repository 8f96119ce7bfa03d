// What the pages ask of a script besides swapping fragments: times that say when they are old, and
// a reader's place that a renewed fragment does not take away.
(() => {
  "use strict";
  const longestSilence = 25000;
  let heard = new Date();
  let kept = { open: [], focus: null };

  const clock = (date) => {
    const minutes = String(date.getMinutes()).padStart(2, "0");
    return document.documentElement.lang === "fr"
      ? `${date.getHours()}\u00a0h\u00a0${minutes}`
      : `${String(date.getHours()).padStart(2, "0")}:${minutes}`;
  };

  const tell = (isStale) => {
    const box = document.getElementById("stale");
    if (!box || box.hidden !== isStale) return;
    box.querySelector("time").textContent = clock(heard);
    box.hidden = !isStale;
  };

  // Somebody is at work in a part when one of its forms was changed or holds the focus.
  const isBusy = (part) =>
    [...part.querySelectorAll("details[open] :is(input, textarea, select)")].some(
      (field) =>
        field === document.activeElement ||
        (field.type === "checkbox" || field.type === "radio"
          ? field.checked !== field.defaultChecked
          : field.options
            ? [...field.options].some((option) => option.selected !== option.defaultSelected) &&
              field.selectedIndex !== 0
            : field.tagName === "TEXTAREA"
              ? field.value !== ""
              : field.value !== field.defaultValue),
    );

  document.addEventListener("htmx:sseBeforeMessage", (event) => {
    const part = event.target;
    if (["acts", "dealings"].includes(part.getAttribute("sse-swap")) && isBusy(part)) {
      event.preventDefault();
      heard = new Date();
      tell(false);
      const moved = document.getElementById("moved");
      if (moved) moved.hidden = false;
      return;
    }
    kept = {
      open: [...part.querySelectorAll("details[open][id]")].map((each) => each.id),
      focus: part.contains(document.activeElement) ? document.activeElement : null,
    };
  });

  document.addEventListener("htmx:sseMessage", () => {
    heard = new Date();
    tell(false);
    for (const id of kept.open) document.getElementById(id)?.setAttribute("open", "");
    const focus = kept.focus;
    if (!focus || focus.isConnected) return;
    const again = focus.id
      ? document.getElementById(focus.id)
      : focus.closest("details[id]") && document.querySelector(`#${focus.closest("details[id]").id} > summary`);
    again?.focus({ preventScroll: true });
  });

  // What was swapped took the focus with it: an act is answered where the page begins.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "contenu" || document.activeElement !== document.body) return;
    const refusal = event.target.querySelector("[role=alert]");
    (refusal || event.target).scrollIntoView({ block: "nearest" });
    event.target.focus({ preventScroll: true });
  });

  document.addEventListener("htmx:sseError", () => tell(true));

  // A template goes where the caret stands.
  document.addEventListener("change", (event) => {
    const text = document.getElementById(event.target.dataset?.inserts || "");
    const added = event.target.selectedOptions?.[0]?.dataset.text;
    if (!text || !added) return;
    text.setRangeText(added, text.selectionStart, text.selectionEnd, "end");
    event.target.value = "";
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Others who look at the ticket see that an answer is being written.
  let told = 0;
  document.addEventListener("input", (event) => {
    const page = event.target.form?.querySelector("input[data-writing]");
    if (!page || Date.now() - told < 3000) return;
    told = Date.now();
    const body = new URLSearchParams({ page: page.value });
    const token = event.target.form.elements.formulaire;
    if (token) body.set("formulaire", token.value);
    fetch(page.dataset.writing, { method: "POST", body }).catch(() => tell(true));
  });

  const acts = () =>
    document.querySelector(".acts .act:not(details *) button, .acts > details > summary, .acts summary");

  const follow = (link) => {
    if (link) link.click();
    return Boolean(link);
  };

  // What a key does where nothing is typed; true when it did something.
  const keys = {
    "/": () => {
      const search = document.getElementById("q");
      search?.focus();
      search?.select();
      return Boolean(search);
    },
    "?": () => {
      document.getElementById("keys")?.showModal();
      return true;
    },
    j: () => step(1),
    k: () => step(-1),
    o: () => follow(here()),
    x: () => follow(here()?.closest("tr").querySelector(".tick input")),
    e: () => {
      const row = here();
      if (row) location.assign(`${row.href}#agir`);
      else acts()?.focus();
      return Boolean(row || acts());
    },
    n: () => follow(document.querySelector(".pager [rel=next]")),
    p: () => follow(document.querySelector(".pager [rel=prev]")),
  };

  const rows = () => [...document.querySelectorAll("a.row")];
  const here = () => rows().find((row) => row.closest("tr, li")?.contains(document.activeElement));

  const step = (way) => {
    const all = rows();
    const next = all.indexOf(here()) + way;
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
    return all.length > 0;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const isTyping = "textarea, select, [contenteditable], input:not([type=checkbox])";
    if (event.target.closest(isTyping) || document.querySelector("dialog[open]")) return;
    const view = /^[1-9]$/.test(event.key) && document.querySelectorAll(".kept-views nav a")[event.key - 1];
    if (view ? follow(view) : keys[event.key]?.()) event.preventDefault();
  });

  // Once loaded, for coming to the fragment takes the focus away.
  if (location.hash === "#agir")
    addEventListener("load", () => requestAnimationFrame(() => acts()?.focus()));

  // How many rows are ticked, and all of them at once.
  const batch = document.querySelector("form.batch");
  if (batch) {
    const boxes = [...batch.querySelectorAll(".tick input")];
    const all = document.createElement("input");
    const head = batch.querySelector("th");
    const told = batch.querySelector("output");
    all.type = "checkbox";
    all.setAttribute("aria-label", head.textContent);
    head.replaceChildren(all);
    const count = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      told.textContent = String(ticked);
      told.hidden = ticked === 0;
      batch.classList.toggle("is-ticked", ticked > 0);
    };
    batch.addEventListener("change", (event) => {
      if (event.target === all) for (const box of boxes) box.checked = all.checked;
      count();
    });
    count();
  }

  // From a finding to its line in the text under correction.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    const text = link && document.getElementById(link.hash.slice(1));
    if (!text) return;
    event.preventDefault();
    const lines = text.value.split("\n");
    const line = Number(link.dataset.line) - 1;
    const start = lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line] || "").length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 4);
  });

  // A page that wakes from sleep has missed its events and heard of no error.
  setInterval(() => {
    const isLive = document.querySelector("[sse-connect]");
    if (isLive && Date.now() - heard > longestSilence) tell(true);
  }, 5000);
})();
