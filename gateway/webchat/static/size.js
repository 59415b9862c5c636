// Three sizes of text, kept on this device. And the fonts, when everything else is there.
const button = document.getElementById("size");
const classes = ["", "bigger", "biggest"];
const labels = button.dataset.labels.split("|");
let size = 0;
try { size = Number(localStorage.getItem("porchlight-size") || 0) % 3; } catch { /* not kept then */ }

function apply() {
  document.documentElement.classList.remove("bigger", "biggest");
  if (classes[size]) document.documentElement.classList.add(classes[size]);
  button.textContent = labels[size];
}
button.hidden = false;
button.addEventListener("click", () => {
  size = (size + 1) % 3;
  try { localStorage.setItem("porchlight-size", String(size)); } catch { /* for this page only */ }
  apply();
});
apply();
addEventListener("load", () => {
  const fonts = document.createElement("link");
  fonts.rel = "stylesheet";
  fonts.href = "/static/fonts.css";
  document.head.append(fonts);
});
