// Keeps what the Tab key should stop at, in the document's order; says how many, and what breaks that order.
() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const all = [...document.querySelectorAll(kinds)];
  const shown = (part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest("[inert]");
  window.stops = all.filter((part) => shown(part) && !part.disabled && part.tabIndex >= 0 && part.type !== "hidden");
  const jumps = all.filter((part) => part.tabIndex > 0).map((part) => part.outerHTML.slice(0, 100));
  return { stops: stops.length, jumps };
}
