// Says since when the times on the page are old, once the stream that renews them is lost.
(() => {
  "use strict";
  const box = () => document.getElementById("stale");
  const show = (since) => {
    const place = box();
    if (!place || !place.hidden) return;
    place.querySelector("time").textContent = since.toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
    });
    place.hidden = false;
  };
  let last = new Date();
  document.addEventListener("htmx:sseMessage", () => {
    last = new Date();
    if (box()) box().hidden = true;
  });
  document.addEventListener("htmx:sseOpen", () => {
    if (box()) box().hidden = true;
  });
  document.addEventListener("htmx:sseError", () => show(last));
  // A page that came back from sleep has missed its events.
  setInterval(() => {
    if (document.querySelector("[sse-connect]") && Date.now() - last > 90000) show(last);
  }, 10000);
})();
