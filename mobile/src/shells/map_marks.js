// What stands on the map of visits: discs with a word on them, and sums in few letters below them.
window.satchelMapMarks = (() => {
  const SUM = "600 11px";

  /** An amount in few letters (`€1.2K`), in the language of the page. */
  const money = (currency) => {
    const lang = document.documentElement.lang || "en";
    const shape = { notation: "compact", numberingSystem: "latn" };
    try {
      const words = new Intl.NumberFormat(lang, { ...shape, style: "currency", currency, currencyDisplay: "narrowSymbol" });
      return (amount) => words.format(amount);
    } catch {
      const words = new Intl.NumberFormat(lang, shape);
      return (amount) => `${words.format(amount)} ${currency}`.trim();
    }
  };

  /** A disc with a word on it, as a picture for the map: no typeface has to be fetched for it. */
  const disc = (word, fill, colour, rim) => {
    const scale = Math.min(3, Math.max(1, Math.ceil(devicePixelRatio)));
    const across = word ? Math.max(28, 16 + 8 * word.length) : 16;
    const paper = document.createElement("canvas");
    paper.width = paper.height = (across + 4) * scale;
    const drawing = paper.getContext("2d");
    drawing.scale(scale, scale);
    drawing.translate(across / 2 + 2, across / 2 + 2);
    drawing.beginPath();
    drawing.arc(0, 0, across / 2, 0, Math.PI * 2);
    drawing.fillStyle = fill;
    drawing.fill();
    drawing.lineWidth = 2;
    drawing.strokeStyle = rim;
    drawing.stroke();
    drawing.fillStyle = colour;
    drawing.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
    drawing.textAlign = "center";
    drawing.textBaseline = "middle";
    drawing.fillText(word, 0, 0.5);
    return { image: drawing.getImageData(0, 0, paper.width, paper.height), pixelRatio: scale };
  };

  /** A few letters with a rim, to stand below a disc. */
  const label = (word, ink, rim) => {
    const scale = Math.min(3, Math.max(1, Math.ceil(devicePixelRatio)));
    const paper = document.createElement("canvas");
    const drawing = paper.getContext("2d");
    const font = `${SUM} ${getComputedStyle(document.body).fontFamily}`;
    drawing.font = font;
    const wide = Math.ceil(drawing.measureText(word).width) + 8;
    [paper.width, paper.height] = [wide * scale, 15 * scale];
    drawing.scale(scale, scale);
    write(drawing, word, wide / 2, 7.5, font, ink, rim);
    return { image: drawing.getImageData(0, 0, paper.width, paper.height), pixelRatio: scale };
  };

  const write = (drawing, word, x, y, font, ink, rim) => {
    drawing.font = font;
    drawing.textAlign = "center";
    drawing.textBaseline = "middle";
    drawing.lineJoin = "round";
    drawing.lineWidth = 3;
    drawing.strokeStyle = rim;
    drawing.strokeText(word, x, y);
    drawing.fillStyle = ink;
    drawing.fillText(word, x, y);
  };

  return { SUM, disc, label, money, write };
})();
