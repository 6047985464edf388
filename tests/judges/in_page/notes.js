// Notes what the page's policy refuses and what moves, from before anything is loaded.
() => {
  window.seen = { refused: [], moved: [] };
  addEventListener("securitypolicyviolation", (one) => {
    seen.refused.push(`${one.effectiveDirective} refuses ${one.blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      const parts = one.sources.map((part) => part.node?.parentElement?.outerHTML.slice(0, 90));
      seen.moved.push(`${one.value.toFixed(4)} ${parts.join(" ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}
