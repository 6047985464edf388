// Nothing where the page fits the window; else its width, and what sticks out of it.
() => {
  const root = document.documentElement;
  const room = root.clientWidth;
  if (root.scrollWidth <= room) return [];
  const scrolls = (part) =>
    part && (["auto", "scroll"].includes(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter(
    (part) => part.getBoundingClientRect().right > room + 0.5 && !scrolls(part.parentElement));
  const leaves = out.filter((part) => !out.some((other) => other !== part && part.contains(other)));
  return [`${root.scrollWidth} px`, ...leaves.slice(0, 3).map((part) => part.outerHTML.slice(0, 120))];
}
