// What has the focus: which stop it is, and whether a reader sees that it has it. null where the page has let go.
() => {
  const part = document.activeElement;
  if (!part || part === document.body || part === document.documentElement) return null;
  const within = (box) =>
    box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const boxes = [part.getBoundingClientRect(), ...part.getClientRects()].filter(within);
  const held = (value, most) => Math.min(Math.max(value, 0), most - 1);
  const topmost = (box) => document.elementFromPoint(
    held(box.left + box.width / 2, innerWidth), held(box.top + box.height / 2, innerHeight));
  const style = getComputedStyle(part);
  return {
    place: (window.stops ?? []).indexOf(part),
    html: part.outerHTML.slice(0, 110),
    within: boxes.length > 0,
    covered: !boxes.map(topmost).some((top) => top && (part.contains(top) || top.contains(part))),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
  };
}
