// 'A person, please': the form inside the talk, and news from the desk while somebody there may write.
import { conversation, keep, kept, remember } from "./memory.js";
import { say, show, words } from "./log.js";
const link = document.getElementById("person");
const place = document.getElementById("aside");
const SOON_MS = 4000;
const LATER_MS = 30000;
const PATIENCE_MS = 180000;
let timer;
let live = false;

function put(html) {
  place.innerHTML = html;
  const form = place.querySelector("form");
  form?.addEventListener("submit", onSubmit);
  place.querySelector("[data-leave]")?.addEventListener("click", () => { place.replaceChildren(); link.focus(); });
  (place.querySelector(".problem") ?? place.querySelector("h2"))?.scrollIntoView({ block: "start" });
  (place.querySelector("[aria-invalid]") ?? place.querySelector("h2"))?.focus();
  const mode = place.querySelector("[data-sent]")?.dataset.sent;
  if (mode) { keep("asked-person", `${mode} ${Date.now()}`); watch(); }
}
async function onSubmit(event) {
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(event.target));
  fields.set("conversation", conversation());
  fields.set("part", "1");
  // What the talk is about, so that the desk need not ask again; the form says that it is shared.
  for (const [name, value] of Object.entries(JSON.parse(kept("case") || "{}"))) fields.set(name, value);
  try {
    const response = await fetch("/person", { method: "POST", body: fields });
    if (response.ok || response.status === 422) put(await response.text());
    else say(words.failed);
  } catch { say(words.offline); }
}
async function look() {
  const [mode, since] = kept("asked-person").split(" ");
  try {
    const response = await fetch("/chat/news", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ conversation: conversation(), after: Number(kept("desk-seen") || 0) }),
    });
    if (response.ok) take(await response.json());
  } catch { /* the next look may get through */ }
  if (mode === "live" && !live && Date.now() - Number(since) > PATIENCE_MS) {
    keep("asked-person", `callback ${since}`);
    say(words.person_late);
  }
  watch();
}
function take(news) {
  for (const message of news.messages) {
    const entry = { id: `d${message.id}`, desk: message.text };
    keep("desk-seen", String(message.id));
    if (remember(entry)) show(entry);
  }
  if (news.live !== live) {
    live = news.live;
    say(live ? words.person_here : words.person_gone);
    if (live) keep("asked-person", `live ${Date.now()}`);
  }
  document.body.classList.toggle("live", live);
}
// Only who has asked for a person, or has one, looks for news.
export function watch(atOnce = false) {
  clearTimeout(timer);
  const [mode] = kept("asked-person").split(" ");
  if (!mode && !live && !atOnce) return;
  const soon = live || mode === "live";
  timer = setTimeout(look, atOnce ? 0 : soon && !document.hidden ? SOON_MS : LATER_MS);
}
export function heardBy(end) {
  const known = JSON.parse(kept("case") || "{}");
  if (end.needs?.length) known.needs = end.needs.join(",");
  if (end.about) known.about = end.about;
  if (end.place) Object.assign(known, { place: end.place.text, state: end.place.state ?? "", county_fips: end.place.county_fips ?? "" });
  if (!end.crisis) keep("case", JSON.stringify(known));
  if (end.live) { live = true; document.body.classList.add("live"); say(words.has_message); }
  if (end.referral) keep("asked-person", `callback ${Date.now()}`);
  if (end.live || end.referral) watch();
}
export function start() {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const language = document.documentElement.lang;
    try {
      const response = await fetch(`/person?part=1&lang=${language}&conversation=${conversation()}`);
      if (!response.ok) throw new Error("not now");
      put(await response.text());
    } catch { say(words.offline); }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) watch(kept("asked-person") !== ""); });
  if (kept("asked-person")) watch(true);
}
