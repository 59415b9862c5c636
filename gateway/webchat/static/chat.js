// The talk: what is typed is kept until it is answered, through reloads, lost lines and a second tab.
import { conversation, forget, history, keep, kept, newId, onOtherTab, remember, unkeep } from "./memory.js";
import { addPart, clear, endAnswer, say, show, showMine, startAnswer, words } from "./log.js";
import { offerToLeave } from "./leave.js";
import { send } from "./send.js";
const form = document.getElementById("form");
const text = document.getElementById("text");
const place = document.getElementById("place");
const SURE_MS = 8000;
let busy = false;
// What is not needed to send the first words comes after it, so that a slow line carries those first.
const later = () => Promise.all([import("./place.js"), import("./person.js"), import("./plan-link.js")]);
let rest;

function withRest(act) {
  rest.then(([, person, plan]) => act(person, plan)).catch(() => { /* the page works without them */ });
}
// The place, unless it was told already in this talk.
function newPlace() {
  const where = place.value.trim();
  return where && where !== kept("place-told") ? where : "";
}

async function deliver(message) {
  busy = true;
  keep("pending", JSON.stringify(message));
  const mine = { id: `m${message.message_id}`, mine: message.text };
  const line = document.querySelector(`[data-entry="${mine.id}"]`) ?? showMine(message.text, mine.id);
  remember(mine);
  const toTop = () => line.scrollIntoView({ block: "start" });
  toTop();
  let where = scrollY;
  say(words.thinking);
  const parts = [];
  let block = null;
  const onPart = (part) => {
    block ??= startAnswer(`a${message.message_id}`);
    parts.push(part);
    addPart(block, part);
    say("");
    // The question stays at the top while its answer grows, unless the reader has moved.
    if (Math.abs(scrollY - where) < 2) { toTop(); where = scrollY; }
  };
  try {
    const end = await send(message, onPart, () => say(words.offline));
    say("");
    // Whoever hurts this person may look here later: such words are shown once and not kept.
    if (end.crisis === "abuse_now") { unkeep(mine.id); offerToLeave(forgetAll); }
    else if (block) remember({ id: block.dataset.entry, parts });
    if (block) endAnswer(block);
    withRest((person, plan) => { plan.refresh(); person.heardBy(end); });
  } catch (error) {
    line.remove();
    block?.remove();
    unkeep(mine.id);
    if (!text.value) setDraft(message.text);
    say(error.status === 429 ? words.too_many : words.failed);
  }
  forget("pending");
  busy = false;
}
function setDraft(value) {
  text.value = value;
  keep("draft", value);
}
function submit(said, typed) {
  if (busy || !said) return;
  const where = newPlace();
  if (where) keep("place-told", where);
  if (typed) setDraft("");
  if (matchMedia("(pointer: coarse)").matches) text.blur();
  const whole = where && !said.includes(where) ? `${said}. ${where}` : said;
  deliver({ conversation: conversation(), message_id: newId(), text: whole.slice(0, 1600), language: document.documentElement.lang });
}
function cleared(after) {
  clear();
  setDraft("");
  say(after);
  text.focus();
}
// The plan belongs to the conversation: the id stays, only the screen is cleared.
function startFresh() {
  forget("history", "pending", "draft", "place-told", "case");
  cleared("");
}
// For a computer that others use too: nothing of this person stays, the plan opens only by its link.
function forgetAll() {
  forget("history", "pending", "draft", "place-told", "place", "conversation", "asked-person", "desk-seen", "case");
  place.value = "";
  document.getElementById("aside").replaceChildren();
  cleared(words.forgotten);
}
// A second press within some seconds is the answer to 'are you sure'.
function askTwice(button, question, act) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const sure = button.classList.toggle("sure");
    if (!sure) { act(); return; }
    say(question);
    setTimeout(() => button.classList.remove("sure"), SURE_MS);
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = event.submitter?.name === "start" ? event.submitter.value : "";
  submit(chosen || text.value.trim(), !chosen);
});
text.addEventListener("input", () => keep("draft", text.value));
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
});
askTwice(document.getElementById("new"), words.sure, startFresh);
askTwice(document.getElementById("forget"), words.forget_sure, forgetAll);
onOtherTab("history", () => { const entries = history(); if (entries.length) entries.forEach(show); else clear(); });

history().forEach(show);
setDraft(kept("draft"));
place.value = new URLSearchParams(location.search).get("place") || kept("place");
document.documentElement.classList.add("ready");
rest = later();
rest.then((parts) => {
  parts.forEach((part) => part.start());
  parts[2].refresh();
  document.documentElement.classList.add("whole");
}).catch(() => { /* they are tried again at the next load */ });
if (kept("pending")) {
  try { deliver(JSON.parse(kept("pending"))); } catch { forget("pending"); }
}
