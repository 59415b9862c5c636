// 'Read aloud' with the voice of the browser; without one there is no button.
const voice = window.speechSynthesis;
let speaking = null;

function textOf(block) {
  const pieces = block.querySelectorAll(".theirs, h2, .org, .call, .say, dt, dd");
  return [...pieces].map((piece) => {
    const copy = piece.cloneNode(true);
    copy.querySelectorAll(".aside").forEach((aside) => aside.remove());
    // A phone number is read digit by digit.
    return copy.textContent.replace(/\d[\d-]{6,}/g, (number) => number.replace(/-/g, ", ").replace(/\d/g, "$& ")).trim();
  }).filter(Boolean).join(". ");
}
function quiet(words) {
  voice.cancel();
  if (speaking) { speaking.textContent = words.read_aloud; speaking.setAttribute("aria-pressed", "false"); }
  speaking = null;
}
export function addVoice(block, words) {
  if (!voice || !block.querySelector(".theirs")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain aloud";
  button.textContent = words.read_aloud;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const again = speaking === button;
    quiet(words);
    if (again) return;
    const speech = new SpeechSynthesisUtterance(textOf(block));
    speech.lang = block.querySelector("[lang]")?.lang === "es" ? "es-US" : "en-US";
    speech.rate = 0.9;
    speech.addEventListener("end", () => { if (speaking === button) quiet(words); });
    speaking = button;
    button.textContent = words.be_quiet;
    button.setAttribute("aria-pressed", "true");
    voice.speak(speech);
  });
  block.append(button);
}
