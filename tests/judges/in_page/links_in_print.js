// Links to others that are shown, by their addresses.
() => [...document.querySelectorAll("main a[href^=http]")]
  .filter((link) => link.textContent.trim() && link.checkVisibility({ visibilityProperty: true }))
  .map((link) => link.getAttribute("href"))
