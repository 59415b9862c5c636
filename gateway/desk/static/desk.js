"use strict";
(() => {
  // What was typed survives an ended session, a stale page and a closed lid: it stays in this tab until the desk
  // says that it was taken.
  const taken = document.querySelector('meta[name="taken"]');
  if (taken) sessionStorage.removeItem(`keep ${taken.content}`);
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const name = `keep ${form.dataset.keep}`;
    const fields = [...form.querySelectorAll("textarea, select, input[type=radio]")];
    try {
      const kept = JSON.parse(sessionStorage.getItem(name) || "{}");
      for (const field of fields) {
        if (field.type === "radio") field.checked ||= field.value === kept[field.name];
        else if (kept[field.name]) field.value = kept[field.name];
      }
      // Nobody looks for words in a step that is folded away.
      if (fields.some((field) => field.tagName === "TEXTAREA" && field.value)) for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    } catch { sessionStorage.removeItem(name); }
    form.addEventListener("input", () => {
      sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(fields.filter((field) => field.type !== "radio" || field.checked).map((field) => [field.name, field.value]))));
    });
  }

  // A day to look again is its own form; the note typed in the step beside it goes along.
  for (const form of document.querySelectorAll("form[data-note]")) {
    form.addEventListener("submit", () => {
      const beside = form.closest("details").querySelector("form[data-keep]");
      form.elements.note.value = beside ? beside.querySelector("textarea").value : "";
      form.elements.draft.value = beside ? beside.dataset.keep : "";
    });
  }

  // Times are the server's (UTC) until the reader's own clock is known.
  const own = (place) => { for (const time of place.querySelectorAll("time")) time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }); };
  own(document);

  const print = document.getElementById("print");
  if (print) print.addEventListener("click", () => window.print());
  const alarm = document.getElementById("alarm");
  if (!alarm) return;

  async function ask(path) {
    try {
      const response = await fetch(path, { redirect: "manual" });
      return response.ok ? response : null;
    } catch { return null; }
  }

  // Lists and conversations renew themselves; what has the focus keeps it.
  for (const place of document.querySelectorAll("[data-live]")) {
    const clean = (text) => text.replace(/name="token" value="[^"]*"/g, "").replace(/\d+ (min|h|days)/g, "").replace(/<time[^>]*>[^<]*/g, "");
    let before = null;
    setInterval(async () => {
      const response = await ask(place.dataset.live);
      if (!response) return;
      const text = await response.text();
      const version = text.match(/data-version="(\d+)"/);
      const mine = document.querySelector('input[name="version"]');
      const changed = document.getElementById("changed");
      if (version && mine && changed && version[1] !== "0" && version[1] !== mine.value) changed.hidden = false;
      const news = before !== null && clean(text) !== clean(before);
      if (before === null || news) {
        const focused = document.activeElement && place.contains(document.activeElement) ? document.activeElement.id : "";
        if (news || clean(text) !== clean(place.innerHTML)) { place.innerHTML = text; own(place); }
        if (focused) document.getElementById(focused)?.focus();
        const told = document.getElementById("live-news");
        if (told && news) told.textContent = `The list changed at ${new Date().toLocaleTimeString()}.`;
      }
      before = text;
    }, 4000);
  }

  // A new urgent item is told on every page: words on top, the title, and a sound where it is wanted.
  const sound = document.getElementById("sound");
  let loud = localStorage.getItem("desk-sound") !== "off";
  const show = () => { sound.hidden = false; sound.setAttribute("aria-pressed", String(loud)); sound.textContent = `Sound for urgent items: ${loud ? "on" : "off"}`; };
  show();
  sound.addEventListener("click", () => { loud = !loud; localStorage.setItem("desk-sound", loud ? "on" : "off"); show(); if (loud) beep(); });
  let audio = null;
  const wake = () => { audio ||= new AudioContext(); audio.resume(); };
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, wake, { once: true });
  function beep() {
    if (!loud || !audio || audio.state !== "running") return;
    for (const [start, pitch] of [[0, 660], [0.35, 880]]) {
      const tone = audio.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(audio.destination);
      tone.start(audio.currentTime + start);
      tone.stop(audio.currentTime + start + 0.25);
    }
  }
  const title = document.title;
  let urgent = Number(sessionStorage.getItem("desk-urgent") || 0);
  async function look() {
    const response = await ask("/desk/state");
    if (!response) return;
    const now = await response.json();
    alarm.hidden = now.urgent === 0 || location.pathname === "/desk";
    document.getElementById("alarm-link").href = now.first || "/desk";
    alarm.hidden ||= location.pathname === now.first;
    document.getElementById("alarm-text").textContent = now.urgent === 1 ? "One urgent item waits." : `${now.urgent} urgent items wait.`;
    document.title = now.urgent ? `(${now.urgent} urgent) ${title}` : title;
    if (now.urgent > urgent) beep();
    urgent = now.urgent;
    sessionStorage.setItem("desk-urgent", String(urgent));
  }
  look();
  setInterval(look, 5000);
})();
