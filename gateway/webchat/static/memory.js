// What this device keeps: the talk, the draft, the place. Private windows refuse storage: then it lasts as long as the page.
const page = new Map();
const NAMES = "porchlight-";

export function keep(name, value) {
  page.set(name, value);
  try { localStorage.setItem(NAMES + name, value); } catch { /* kept in `page` */ }
}
export function kept(name) {
  try { return localStorage.getItem(NAMES + name) ?? page.get(name) ?? ""; } catch { return page.get(name) ?? ""; }
}
export function forget(...names) {
  for (const name of names) {
    page.delete(name);
    try { localStorage.removeItem(NAMES + name); } catch { /* nothing was stored */ }
  }
}
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
export function conversation() {
  if (!kept("conversation")) keep("conversation", newId());
  return kept("conversation");
}
export function history() {
  try { return JSON.parse(kept("history") || "[]"); } catch { return []; }
}
// The newest state is read before each change, so that two tabs lose nothing of each other.
export function remember(entry) {
  const entries = history();
  if (entries.some((known) => known.id === entry.id)) return false;
  keep("history", JSON.stringify([...entries, entry].slice(-60)));
  return true;
}
export function unkeep(id) {
  keep("history", JSON.stringify(history().filter((entry) => entry.id !== id)));
}
export function onOtherTab(name, react) {
  addEventListener("storage", (event) => { if (event.key === NAMES + name) react(); });
}
