"use strict";
// One script tag for any site: <script src="https://…/widget.js" defer></script>
// The chat sits in a frame of its own: nothing of the host page changes, nothing of it is read.
(() => {
  const base = new URL(document.currentScript.src).origin;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const frame = document.createElement("iframe");
  frame.src = `${base}/embed?lang=${document.documentElement.lang === "es" ? "es" : "en"}`;
  frame.title = "Porchlight";
  frame.setAttribute("loading", "lazy");
  // Styled by properties: a strict policy of the host page forbids inline style text, not these.
  Object.assign(frame.style, { width: "100%", maxWidth: "44rem", height: "36rem", border: "1px solid #c9c1b1", borderRadius: "0.6rem" });
  root.append(frame);
  document.currentScript.after(host);
})();
