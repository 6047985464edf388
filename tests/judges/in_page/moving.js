// What still moves, glides or blinks.
() => {
  const seconds = (text) => Math.max(...text.split(",").map((one) => parseFloat(one) * (one.includes("ms") ? 0.001 : 1)));
  const found = new Set();
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.add("html scrolls smoothly");
  for (const part of document.querySelectorAll("*")) {
    for (const side of [null, "::before", "::after"]) {
      const style = getComputedStyle(part, side);
      const name = `<${part.localName} class="${part.getAttribute("class") ?? ""}">${side ?? ""}`;
      if (seconds(style.transitionDuration) > 0.01) found.add(`${name} has a transition of ${style.transitionDuration}`);
      if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) {
        found.add(`${name} is animated: ${style.animationName}`);
      }
    }
  }
  const holds = (rule) => !rule.media || matchMedia(rule.media.mediaText).matches;
  const rules = (list) => [...list].filter(holds).flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
  for (const rule of [...document.styleSheets].filter(holds).flatMap((sheet) => rules(sheet.cssRules))) {
    if (rule.constructor.name === "CSSViewTransitionRule" && rule.navigation === "auto") found.add("pages glide into each other");
  }
  for (const one of document.querySelectorAll("marquee, blink, img[src$='.gif'], video[autoplay]")) found.add(one.localName);
  return [...found].slice(0, 5);
}
