"""Who asked for less motion gets none."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.judges.browser import visit
from tests.judges.fault import Fault
from tests.judges.samples import largest
from tests.judges.site import Site

MOVING = """() => {
    const seconds = text => Math.max(...text.split(",").map(one => parseFloat(one) * (one.includes("ms") ? 0.001 : 1)));
    const found = new Set();
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.add("html scrolls smoothly");
    for (const part of document.querySelectorAll("*")) for (const side of [null, "::before", "::after"]) {
        const style = getComputedStyle(part, side);
        const name = `<${part.localName} class="${part.getAttribute("class") ?? ""}">${side ?? ""}`;
        if (seconds(style.transitionDuration) > 0.01) found.add(`${name} has a transition of ${style.transitionDuration}`);
        if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01)
            found.add(`${name} is animated: ${style.animationName}`);
    }
    const rules = list => [...list].flatMap(rule =>
        rule.media && !matchMedia(rule.media.mediaText).matches ? [] : rule.cssRules ? [rule, ...rules(rule.cssRules)] : [rule]);
    for (const sheet of document.styleSheets) for (const rule of rules(sheet.cssRules))
        if (rule.constructor.name === "CSSViewTransitionRule" && rule.navigation === "auto") found.add("pages glide into each other");
    for (const one of document.querySelectorAll("marquee, blink, img[src$='.gif'], video[autoplay]")) found.add(one.localName);
    return [...found].slice(0, 5);
}"""


def motion(site: Site, browser: Browser) -> tuple[Fault, ...]:
    """Transitions, animations and smooth scrolling that are left under prefers-reduced-motion."""
    faults = list[Fault]()
    with visit(browser, site, reduced_motion="reduce") as page:
        for address in largest(site):
            page.goto(site.address + address)
            faults += [Fault(address, what) for what in page.evaluate(MOVING)]
    return tuple(faults)
