// The list of messages. HTML comes from our own server, which has escaped it.
import { addVoice } from "./aloud.js";
const log = document.getElementById("log");
export const words = JSON.parse(document.getElementById("words").dataset.words);

function labelled(label, text, className) {
  const line = document.createElement("p");
  const who = document.createElement("span");
  line.className = className;
  who.className = "aside";
  who.textContent = `${label}: `;
  line.append(who, text);
  return line;
}
export function showMine(text, id) {
  const line = labelled(words.from_me, text, "mine");
  line.dataset.entry = id;
  log.append(line);
  document.body.classList.add("talking");
  document.getElementById("common").open = false;
  return line;
}
export function showDesk(text, id) {
  const line = labelled(words.from_desk, text, "theirs desk");
  line.firstChild.className = "from";
  line.dataset.entry = id;
  log.append(line);
}
export function startAnswer(id) {
  const block = document.createElement("div");
  block.className = "answer";
  block.dataset.entry = id;
  log.append(block);
  return block;
}
// One piece: a card joins the list before it. Cards are not read out by themselves; the heading names them.
export function addPart(block, part) {
  const piece = document.createElement("template");
  piece.innerHTML = part.html;
  if (part.kind !== "card") { block.append(piece.content); return; }
  let list = block.lastElementChild;
  if (!list?.classList.contains("cards")) {
    list = document.createElement("ul");
    list.className = "cards";
    list.setAttribute("aria-live", "off");
    block.append(list);
  }
  list.append(piece.content);
}
export function endAnswer(block) {
  addVoice(block, words);
}
export function shown(id) {
  return log.querySelector(`[data-entry="${CSS.escape(id)}"]`) !== null;
}
export function show(entry) {
  if (shown(entry.id)) return;
  if (entry.mine) showMine(entry.mine, entry.id);
  else if (entry.desk) showDesk(entry.desk, entry.id);
  else {
    const block = startAnswer(entry.id);
    entry.parts.forEach((part) => addPart(block, part));
    endAnswer(block);
  }
}
export function clear() {
  log.replaceChildren();
  document.body.classList.remove("talking");
  document.getElementById("common").open = true;
}
export function say(text) {
  document.getElementById("state").textContent = text;
}
