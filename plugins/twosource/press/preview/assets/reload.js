// Keeps a page of the preview as its files are: reloads it when its own file was printed anew, else shows what is wrong.
(() => {
  "use strict";
  const told = document.currentScript.dataset;
  const place = `preview ${location.pathname}`;
  let serial = told.serial;
  let line = null;

  const show = (id, markup) => {
    const host = document.getElementById(id);
    if (!host) return;
    const root = host.shadowRoot || host.attachShadow({ mode: "open" });
    const open = [...root.querySelectorAll("details")].map((fold) => fold.open);
    if (root.innerHTML !== markup) root.innerHTML = markup;
    if (id === "preview-panel") {
      const folds = [...root.querySelectorAll("details.all")];
      if (folds.length && open.length && open[open.length - 1]) folds[0].open = true;
    }
    host.hidden = markup === "";
  };

  // A link may hold a percent sign that stands for nothing.
  const pathOf = (link) => {
    try {
      return decodeURI(link.pathname);
    } catch {
      return link.pathname;
    }
  };

  const mark = (badges) => {
    for (const old of document.querySelectorAll(".preview-badge")) old.remove();
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.origin !== location.origin || link.hash) continue;
      const words = badges[pathOf(link)];
      if (!words || !link.textContent.trim()) continue;
      const badge = document.createElement("span");
      badge.className = "preview-badge";
      badge.textContent = words;
      link.after(badge);
    }
  };

  // A reload keeps where the reader was, and which folds were open.
  const leave = () => {
    const folds = [...document.querySelectorAll("details")].map((fold) => fold.open);
    const panel = document.getElementById("preview-panel");
    const all = panel && panel.shadowRoot && panel.shadowRoot.querySelector("details.all");
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, folds, all: Boolean(all && all.open) }));
    location.reload();
  };
  const arrive = () => {
    const kept = JSON.parse(sessionStorage.getItem(place) || "null");
    sessionStorage.removeItem(place);
    if (!kept) return;
    const folds = document.querySelectorAll("details");
    if (folds.length === kept.folds.length) folds.forEach((fold, at) => { fold.open = kept.folds[at]; });
    const panel = document.getElementById("preview-panel");
    const all = panel && panel.shadowRoot && panel.shadowRoot.querySelector("details.all");
    if (all) all.open = kept.all;
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  };

  // Only while the page is seen: a browser opens six connections to a site, and a seventh tab would wait for ever.
  const listen = () => {
    if (document.visibilityState === "hidden") {
      if (line) line.close();
      line = null;
    } else if (!line) {
      const asked = new URLSearchParams({ page: told.page, mark: told.mark, serial });
      line = new EventSource(`/.preview/changes?${asked}`);
      line.addEventListener("reload", leave);
      line.addEventListener("panel", (event) => {
        const news = JSON.parse(event.data);
        serial = news.serial;
        show("preview-banner", news.banner);
        show("preview-panel", news.panel);
        mark(JSON.parse(news.badges));
      });
    }
  };
  mark(JSON.parse(told.badges));
  arrive();
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { if (line) line.close(); line = null; });
  addEventListener("pageshow", listen);
})();
