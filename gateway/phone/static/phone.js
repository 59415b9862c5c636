"use strict";
const log = document.getElementById("log");
const text = document.getElementById("text");
const number = document.getElementById("number");
const photo = document.getElementById("photo");
const count = document.getElementById("count");
let counting = 0;

function show(words, kind, note) {
  const bubble = document.createElement("div");
  bubble.className = `text ${kind}`;
  bubble.textContent = words;
  const small = document.createElement("p");
  small.className = "note";
  small.textContent = note;
  bubble.append(small);
  log.append(bubble);
  log.scrollTop = log.scrollHeight;
  return small;
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
  clearTimeout(counting);
  const words = text.value;
  const pictures = photo.checked ? 1 : 0;
  const counted = count.textContent;
  text.value = "";
  photo.checked = false;
  count.textContent = "0 segments";
  const mine = [pictures ? "(a photo)" : "", words].filter(Boolean).join(" ") || "(empty text)";
  const note = show(mine, "mine", "sending ...");
  try {
    const answer = await ask("/phone/messages", { number: number.value, text: words, pictures });
    note.textContent = cost(answer.sent);
    for (const part of answer.texts) show(part.text, "theirs", cost(part));
    if (answer.texts.length === 0) {
      show("No text comes back.", "notice", answer.blocked ? "This phone has opted out: nothing is sent to it until START." : "Nothing was sent.");
    }
  } catch (error) {
    text.value = words;
    count.textContent = counted;
    note.textContent = `not sent: ${error.message || error}`;
  }
  log.scrollTop = log.scrollHeight;
});

setInterval(async () => {
  if (document.hidden || !/^\+1\d{10}$/.test(number.value)) return;
  try {
    const answer = await ask("/phone/texts", { number: number.value });
    for (const part of answer.texts) show(part.text, "theirs", `${cost(part)}, came by itself`);
  } catch { /* the next round asks again */ }
}, 2000);
