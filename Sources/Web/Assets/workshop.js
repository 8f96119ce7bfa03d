// The workshop: what is wrong stands beside its line soon after the last key, and its question.
(() => {
  "use strict";
  const pause = 200;

  const later = (work) => {
    let timer;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(work, pause);
    };
  };

  // Only the answer to the last question counts.
  const asker = () => {
    let asked;
    return async (address, body) => {
      asked?.abort();
      asked = new AbortController();
      try {
        const reply = await fetch(address, { method: "POST", body, signal: asked.signal });
        return reply.ok ? await reply.text() : null;
      } catch {
        return null;
      }
    };
  };

  const editor = document.querySelector("form[data-check]");
  if (editor) {
    const text = editor.querySelector("textarea");
    const gutter = editor.querySelector(".gutter");
    const remarks = document.getElementById("remarques");
    const told = document.getElementById("ligne");
    const ask = asker();

    const found = () =>
      [...remarks.querySelectorAll(".findings > li")].map((item) => ({
        item,
        link: item.querySelector("a[data-line]"),
        line: Number(item.querySelector("a[data-line]").dataset.line),
        tone: item.className,
        said: item.querySelector(".said").textContent,
      }));

    const number = () => {
      const count = text.value.split("\n").length;
      text.rows = count;
      while (gutter.children.length < count) gutter.append(document.createElement("li"));
      while (gutter.children.length > count) gutter.lastChild.remove();
    };

    const mark = () => {
      for (const line of gutter.children) line.className = "";
      for (const { line, tone, said } of found().reverse()) {
        const place = gutter.children[line - 1];
        if (!place || place.className === "bad") continue;
        place.className = tone;
        place.title = said;
      }
    };

    const here = () => text.value.slice(0, text.selectionStart).split("\n").length;

    const tell = () => {
      const one = found().find((each) => each.line === here());
      told.textContent = one ? one.said : "";
    };

    const check = later(async () => {
      const reply = await ask(editor.dataset.check, new URLSearchParams(new FormData(editor)));
      if (reply === null) return;
      remarks.innerHTML = reply;
      mark();
      tell();
    });

    text.addEventListener("input", () => {
      number();
      check();
    });
    text.addEventListener("keyup", tell);
    text.addEventListener("click", tell);
    text.addEventListener("keydown", (event) => {
      if (event.key !== "F8") return;
      event.preventDefault();
      const all = found();
      const line = here();
      const next = event.shiftKey
        ? all.findLast((each) => each.line < line) || all.at(-1)
        : all.find((each) => each.line > line) || all[0];
      next?.link.click();
      tell();
    });
    gutter.addEventListener("click", (event) => {
      const line = [...gutter.children].indexOf(event.target) + 1;
      found().find((each) => each.line === line)?.link.focus();
    });
    remarks.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-line]");
      if (!link) return;
      const frame = text.parentElement;
      frame.scrollTop = Math.max(0, (Number(link.dataset.line) - 6) * 20);
    });
    number();
    mark();
  }

  const form = document.querySelector("form[data-form-check]");
  if (form) {
    const ask = asker();
    form.addEventListener("change", later(async () => {
      const reply = await ask(form.dataset.formCheck, new URLSearchParams(new FormData(form)));
      if (reply === null) return;
      const said = new DOMParser().parseFromString(reply, "text/html");
      for (const place of form.querySelectorAll(".error[data-path]")) {
        const found = [...said.querySelectorAll("li")]
          .find((each) => each.dataset.path === place.dataset.path);
        place.textContent = found ? found.textContent : "";
        form.elements[place.dataset.path]?.toggleAttribute("aria-invalid", Boolean(found));
      }
    }));
  }
})();
