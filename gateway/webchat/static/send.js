// One message to the server and its answer in pieces. The same message id again gives the same answer, so trying
// again doubles nothing; pieces that were shown already are skipped.
const SILENCE_MS = 45000;
const LONGEST_WAIT_MS = 8000;

export class SendError extends Error {
  constructor(status) { super(`status ${status}`); this.status = status; }
}

async function* linesOf(response, alive) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    alive();
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}
async function attempt(message, skip, onPart) {
  const stop = new AbortController();
  let timer;
  const alive = () => { clearTimeout(timer); timer = setTimeout(() => stop.abort(), SILENCE_MS); };
  alive();
  try {
    const response = await fetch("/chat/turn", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(message), signal: stop.signal,
    });
    if (!response.ok) throw new SendError(response.status);
    let number = 0;
    for await (const thing of linesOf(response, alive)) {
      if (thing.kind === "done") return thing;
      if (thing.kind === "heard") continue;
      number += 1;
      if (number > skip()) onPart(thing);
    }
    throw new TypeError("the line broke");
  } finally { clearTimeout(timer); }
}
function backOnline(ms) {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
  });
}
// `onPart` gets each piece once, `onTrouble` is called when the line is down; gives the last line of the answer.
export async function send(message, onPart, onTrouble) {
  let shown = 0;
  const count = (part) => { shown += 1; onPart(part); };
  for (let tries = 0, refused = 0; ; tries += 1) {
    try {
      return await attempt(message, () => shown, count);
    } catch (error) {
      const fromServer = error instanceof SendError;
      if (fromServer) refused += 1;
      if (fromServer && (error.status < 500 || refused > 3)) throw error;
      onTrouble();
      await backOnline(Math.min(LONGEST_WAIT_MS, 700 * 2 ** tries));
    }
  }
}
