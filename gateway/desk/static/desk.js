"use strict";
// What was typed survives an ended session: it is kept in this tab until it is sent.
for (const form of document.querySelectorAll("form[data-keep]")) {
  const field = form.querySelector("textarea");
  field.value = sessionStorage.getItem(form.dataset.keep) || "";
  field.addEventListener("input", () => sessionStorage.setItem(form.dataset.keep, field.value));
  form.addEventListener("submit", () => sessionStorage.removeItem(form.dataset.keep));
}
// The queue shows what is new without a click; a new urgent item changes the title and sounds.
if (location.pathname === "/desk") {
  let before = null;
  setInterval(async () => {
    const response = await fetch("/desk/state", { redirect: "manual" });
    if (!response.ok) return;
    const now = await response.json();
    if (before && now.urgent > before.urgent) {
      document.title = `URGENT (${now.urgent}) - Porchlight`;
      try {
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        tone.connect(audio.destination); tone.start(); tone.stop(audio.currentTime + 0.6);
      } catch { /* without sound the title and the table still tell */ }
    }
    if (before && JSON.stringify(before) !== JSON.stringify(now)) setTimeout(() => location.reload(), 900);
    before = now;
  }, 5000);
}
