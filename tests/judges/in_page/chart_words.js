// Words in drawings that have less contrast than 4.5 with what lies behind the drawing.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const behind = (part) => {
    for (let at = part; at; at = at.parentElement) {
      const seen = read(getComputedStyle(at).backgroundColor);
      if (seen[3] === 255) return seen;
    }
    return read("Canvas");
  };
  const shown = (part) => part.getClientRects().length && getComputedStyle(part).visibility === "visible";
  const contrast = (part) => {
    const [a, b] = [light(read(getComputedStyle(part).fill)), light(behind(part.closest("svg")))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return [...document.querySelectorAll("svg text")]
    .filter((part) => part.textContent.trim() && shown(part) && contrast(part) < 4.5)
    .map((part) => `“${part.textContent.trim().slice(0, 40)}” in a chart has contrast ${contrast(part).toFixed(2)}, not 4.5`)
    .slice(0, 5);
}
