// Optional: without it the page lacks a button and Safari's printed folds, nothing else.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) button.dataset.copy = "ready";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]").href);
    button.textContent = "Copied";
  });
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
