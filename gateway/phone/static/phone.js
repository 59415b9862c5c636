"use strict";
const log = document.getElementById("log");
const text = document.getElementById("text");
const number = document.getElementById("number");
const count = document.getElementById("count");

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
  return `${part.segments} segment${plural}, ${part.encoding}`;
}

text.addEventListener("input", () => { count.textContent = `${text.value.length} characters`; });
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    document.getElementById("form").requestSubmit();
  }
});

document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = text.value;
  if (!words.trim()) return;
  text.value = "";
  try {
    const response = await fetch("/phone/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number: number.value, text: words }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error.message);
    show(words, true, cost(answer.sent));
    for (const part of answer.texts) show(part.text, false, cost(part));
    if (answer.texts.length === 0) show("(no text comes back)", false, "nothing sent");
  } catch (error) {
    text.value = words;
    show(String(error.message || error), false, "not sent");
  }
});
