"use strict";
const log = document.getElementById("log");
const text = document.getElementById("text");
const number = document.getElementById("number");
const count = document.getElementById("count");
let counting = 0;

function show(words, mine, note) {
  const bubble = document.createElement("div");
  bubble.className = mine ? "text mine" : "text";
  bubble.textContent = words;
  const small = document.createElement("p");
  small.className = "note";
  small.textContent = note;
  bubble.append(small);
  log.append(bubble);
  log.scrollTop = log.scrollHeight;
}

function cost(part) {
  const plural = part.segments === 1 ? "" : "s";
  const limit = part.blocked ? `, ${part.blocked}` : "";
  return `${part.segments} segment${plural}, ${part.encoding}${limit}`;
}

async function ask(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

text.addEventListener("input", () => {
  clearTimeout(counting);
  counting = setTimeout(async () => {
    try { count.textContent = cost(await ask("/phone/count", { text: text.value })); } catch { /* the next key asks again */ }
  }, 200);
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    document.getElementById("form").requestSubmit();
  }
});

document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = text.value;
  text.value = "";
  count.textContent = "0 segments";
  try {
    const answer = await ask("/phone/messages", { number: number.value, text: words });
    show(words || "(empty text)", true, cost(answer.sent));
    for (const part of answer.texts) show(part.text, false, cost(part));
    if (answer.texts.length === 0) {
      show("(no text comes back)", false, answer.blocked ? "This phone has sent STOP: carriers block all texts to it until START." : "nothing sent");
    }
  } catch (error) {
    text.value = words;
    show(String(error.message || error), false, "not sent");
  }
});

setInterval(async () => {
  if (document.hidden || !/^\+1\d{10}$/.test(number.value)) return;
  try {
    const answer = await ask("/phone/texts", { number: number.value });
    for (const part of answer.texts) show(part.text, false, `${cost(part)}, came by itself`);
  } catch { /* the next round asks again */ }
}, 2000);
