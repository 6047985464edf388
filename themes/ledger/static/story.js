// Optional: without it the page lacks the copy button, the mark of the section that is read, and Safari's printed folds.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) button.dataset.copy = "ready";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector("link[rel=canonical]").href);
    button.textContent = "Copied";
  });
}
const contents = document.querySelector(".contents");
const summary = contents.querySelector("summary");
const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
const reading = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const link = links.get(target.id);
    if (isIntersecting) {
      link.setAttribute("aria-current", "location");
      summary.dataset.at = link.textContent;
    } else link.removeAttribute("aria-current");
  }
}, { rootMargin: "-25% 0px -75% 0px" });
for (const id of links.keys()) reading.observe(document.getElementById(id));
contents.addEventListener("click", ({ target }) => {
  if (target.closest("a")) contents.open = false;
});
// A definition that shows because of the pointer or the focus goes away with Escape, and may come again.
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const shown of document.querySelectorAll(".term:is(:hover, :focus) + .definition, .definition:hover")) {
    shown.hidden = true;
    for (const event of ["pointerenter", "focus", "click"]) {
      shown.previousElementSibling.addEventListener(event, () => { shown.hidden = false; }, { once: true });
    }
  }
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
