"use strict";
// One script tag for any site: <script src="https://…/widget.js" defer></script>
// The chat sits in a frame of its own: nothing of the host page changes, nothing of it is read.
(() => {
  const script = document.currentScript;
  const base = new URL(script.src).origin;
  const spanish = (script.dataset.lang || document.documentElement.lang).startsWith("es");
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const frame = document.createElement("iframe");
  frame.src = `${base}/embed?lang=${spanish ? "es" : "en"}`;
  frame.title = spanish ? "Porchlight: ayuda para personas mayores" : "Porchlight: help for older adults";
  frame.loading = "lazy";
  frame.allow = "clipboard-write";
  // Styled by properties: a strict policy of the host page forbids inline style text, not these.
  Object.assign(frame.style, {
    display: "block", boxSizing: "border-box", width: "100%", maxWidth: "44rem", height: script.dataset.height || "44rem",
    border: "1px solid #c9c1b1", borderRadius: "0.6rem", colorScheme: "light dark",
  });
  root.append(frame);
  script.after(host);
})();
