// 'Save to my plan' on the cards, and the way to the plan.
import { conversation } from "./memory.js";
import { say, words } from "./log.js";
const embedded = document.body.classList.contains("embedded");
let address = "";

function planLink(text) {
  const link = document.createElement("a");
  link.className = "choice saved";
  link.href = address;
  link.textContent = text;
  if (embedded) link.target = "_blank";
  return link;
}
function markSaved(serviceId, focus = false) {
  for (const form of document.querySelectorAll("form.save")) {
    if (form.elements.service_id.value !== serviceId) continue;
    const link = planLink(words.saved);
    form.replaceWith(link);
    if (focus) link.focus();
  }
}
function post(path, form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("conversation", conversation());
  return fetch(path, { method: "POST", body: fields, headers: { Accept: "application/json" } });
}
export async function onForm(event) {
  const form = event.target;
  if (!form.matches("form.save, form.wrong")) return;
  event.preventDefault();
  try {
    const response = await post(form.getAttribute("action"), form);
    if (!response.ok) throw new Error("not now");
    const answer = await response.json();
    if (form.matches(".wrong")) {
      const thanks = document.createElement("p");
      thanks.className = "small";
      thanks.setAttribute("role", "status");
      thanks.textContent = answer.thanks;
      form.replaceWith(thanks);
    } else if (answer.saved) {
      address = answer.url;
      markSaved(form.elements.service_id.value, true);
      say(words.saved_it);
    } else say(words.full);
  } catch { say(words.not_saved); }
}
export async function refresh() {
  if (!document.querySelector("form.save")) return;
  try {
    const response = await post("/plan/of", document.getElementById("plan"));
    const known = await response.json();
    address = known.url ?? "";
    known.services.forEach((id) => markSaved(id));
  } catch { /* the buttons stay: saving twice saves once */ }
}
export function start() {
  const form = document.getElementById("plan");
  form.addEventListener("submit", () => { form.elements.conversation.value = conversation(); });
  document.getElementById("log").addEventListener("submit", onForm);
}
