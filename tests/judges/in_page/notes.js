// Notes what the page's policy refuses and what moves, from before anything is loaded.
() => {
  window.seen = { refused: [], moved: [] };
  addEventListener("securitypolicyviolation", (one) => {
    seen.refused.push(`${one.effectiveDirective} refuses ${one.blockedURI}`);
  });
  const note = (entries) => {
    for (const one of entries) {
      const parts = one.sources.map((part) => part.node?.parentElement?.outerHTML.slice(0, 90));
      seen.moved.push(`${one.value.toFixed(4)} ${parts.join(" ")}`);
    }
  };
  const watcher = new PerformanceObserver((list) => note(list.getEntries()));
  watcher.observe({ type: "layout-shift", buffered: true });
  // What was seen and not told yet: on a busy machine the observer is called late.
  window.told = () => { note(watcher.takeRecords()); return seen; };
}
