// Leave at once: for whoever must not be seen here. Nothing of the talk stays on the screen, on this device or behind 'back'.
const TWICE_MS = 1200;
const link = document.getElementById("leave");
const box = document.getElementById("leaving");
let clean = () => {};
let last = -TWICE_MS;

function go() {
  clean();
  try { top.location.replace(link.href); } catch { location.replace(link.href); }
}
function onKey(event) {
  if (event.key !== "Escape") return;
  if (event.timeStamp - last < TWICE_MS) go();
  last = event.timeStamp;
}
// From now on the way out is in sight; `cleaner` takes the talk away.
export function offerToLeave(cleaner) {
  clean = cleaner;
  if (!box.hidden) return;
  box.hidden = false;
  link.addEventListener("click", (event) => { event.preventDefault(); go(); });
  addEventListener("keydown", onKey);
}
