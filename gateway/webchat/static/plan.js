// The plan works without this: printing by a button, copying the link, lists that open where one was.
const print = document.getElementById("print");
print.hidden = false;
print.addEventListener("click", () => window.print());
const copy = document.getElementById("copy");
if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.dataset.link);
    document.getElementById("copied").textContent = copy.dataset.copied;
  });
}
