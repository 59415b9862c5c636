// The place field with completion: arrow keys and Enter, or a tap. What is typed stands even when nothing is chosen.
import { keep } from "./memory.js";
const field = document.getElementById("place");
const list = document.createElement("ul");
let options = [];
let active = -1;
let asked = "";
let timer;

function close() {
  list.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}
function choose(label) {
  field.value = label;
  keep("place", label);
  close();
}
function mark(index) {
  active = (index + options.length) % options.length;
  [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === active)));
  field.setAttribute("aria-activedescendant", `place-${active}`);
  list.children[active].scrollIntoView({ block: "nearest" });
}
function open(labels) {
  options = labels;
  active = -1;
  list.replaceChildren(...labels.map((label, number) => {
    const item = document.createElement("li");
    item.id = `place-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = label;
    // Before the field loses the focus, which would close the list.
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(label); });
    return item;
  }));
  list.hidden = labels.length === 0;
  field.setAttribute("aria-expanded", String(labels.length > 0));
  field.removeAttribute("aria-activedescendant");
}
async function look() {
  const typed = field.value.trim();
  if (typed === asked) return;
  asked = typed;
  if (typed.length < 2) { close(); return; }
  try {
    const response = await fetch(`/places?q=${encodeURIComponent(typed)}`);
    const labels = response.ok ? await response.json() : [];
    if (field.value.trim() === typed && document.activeElement === field) open(labels.filter((label) => label !== typed));
  } catch { close(); }
}
function onKey(event) {
  if (event.key === "Escape") { close(); return; }
  if (event.key === "Enter") {
    event.preventDefault();
    if (active >= 0) choose(options[active]); else close();
    return;
  }
  if (list.hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  event.preventDefault();
  mark(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
}
export function start() {
  list.id = "place-list";
  list.className = "options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.listLabel);
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    field.setAttribute(name, value);
  }
  field.addEventListener("input", () => { keep("place", field.value); clearTimeout(timer); timer = setTimeout(look, 150); });
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", close);
}
