// What is wrong with the page as it is shown, by kind; every fault is a short text that names its element.
() => {
  "use strict";
  const ROUNDING = 1.5, SMALLEST = 10.5, CONTRAST = 4.5;
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 60);
  const name = (element) => {
    const classes = element.getAttribute("class") ? "." + element.getAttribute("class").split(" ")[0] : "";
    return `<${element.localName}${classes}> ${text(element)}`;
  };
  const own = (element) => Array.from(element.childNodes).some((one) => one.nodeType === 3 && one.data.trim());
  const inside = (element, far) => { // whether something around it scrolls, and so holds it
    for (let one = element.parentElement; one && one !== far; one = one.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX)) { return true; }
    }
    return false;
  };

  function wide() {
    const room = root.clientWidth;
    if (root.scrollWidth <= room) { return []; }
    return all("body *").filter((one) => shown(one) && !inside(one, root))
      .filter((one) => one.getBoundingClientRect().right > room + ROUNDING).map(name)
      .concat(`the page is ${root.scrollWidth - room} px wider than the window`);
  }
  function clipped() {
    return all("body *").filter((one) => shown(one) && one.clientWidth > 0 && text(one))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(one).overflowX))
      .map(name);
  }
  function languages() {
    const other = root.classList.contains("show-zh") ? "en" : "zh";
    return all(`body [lang="${other}"]`).filter(shown).map(name);
  }
  function twice() {
    const held = new Set(), found = [];
    all("[id]").forEach((one) => { if (held.has(one.id)) { found.push(one.id); } held.add(one.id); });
    return found;
  }
  function headings() {
    const levels = all("h1, h2, h3, h4, h5, h6").filter(shown).map((one) => [+one.localName[1], one]);
    return levels.filter(([level], at) => at && level > levels[at - 1][0] + 1).map(([, one]) => name(one));
  }

  // --- drawings

  const drawings = all("svg").filter(shown);
  const letters = (svg) => all("text", svg).filter((one) => shown(one) && one.getBBox().width > 0);
  function corners(element, less) { // of the letters, without the air above and below them, on the screen
    const box = element.getBBox(), to = element.getScreenCTM(), air = less * box.height;
    return [[0, air], [box.width, air], [box.width, box.height - air], [0, box.height - air]]
      .map(([x, y]) => new DOMPoint(box.x + x, box.y + y).matrixTransform(to));
  }
  function apart(one, other) { // whether a line along a side of one of the two boxes parts them
    return [one, other].some((box) => [0, 1].some((at) => {
      const along = { x: box[at + 1].x - box[at].x, y: box[at + 1].y - box[at].y };
      const length = Math.hypot(along.x, along.y) || 1;
      const [a, b] = [one, other].map((each) => each.map((p) => (p.x * along.x + p.y * along.y) / length));
      return Math.max(...a) < Math.min(...b) + 1 || Math.max(...b) < Math.min(...a) + 1;
    }));
  }
  function outside() {
    return drawings.flatMap((svg) => {
      const room = svg.getBoundingClientRect();
      return letters(svg).filter((one) => corners(one, 0.15).some((p) =>
        p.x < room.left - ROUNDING || p.x > room.right + ROUNDING ||
        p.y < room.top - ROUNDING || p.y > room.bottom + ROUNDING)).map(name);
    });
  }
  function cloud(svg) { // whose words are set by their ink, and may stand in each other's boxes
    return new Set(letters(svg).map((one) => getComputedStyle(one).fontSize)).size > 4;
  }
  function overlapping() {
    return drawings.filter((svg) => !cloud(svg)).flatMap((svg) => {
      const boxes = letters(svg).map((one) => [one, corners(one, 0.25)]);
      return boxes.flatMap(([one, box], at) => boxes.slice(at + 1)
        .filter(([, other]) => !apart(box, other)).map(([other]) => `${text(one)} on ${text(other)}`));
    });
  }
  function crowded() { // numbers of chapters above a strip
    const boxes = all(".chapters span").filter(shown).map((one) => one.getBoundingClientRect());
    return boxes.filter((box, at) => at && box.top === boxes[at - 1].top && box.left < boxes[at - 1].right)
      .map((box) => `a chapter's number at ${box.left}`);
  }
  function small() {
    return drawings.flatMap((svg) => letters(svg).map((one) => {
      const to = one.getScreenCTM();
      return [one, parseFloat(getComputedStyle(one).fontSize) * Math.hypot(to.c, to.d)];
    }).filter(([, size]) => size < SMALLEST).map(([one, size]) => `${size.toFixed(1)} px: ${text(one)}`));
  }
  function distorted() {
    return drawings.flatMap((svg) => letters(svg).filter((one) => {
      const to = one.getScreenCTM(), ratio = Math.hypot(to.a, to.b) / Math.hypot(to.c, to.d);
      return ratio < 0.95 || ratio > 1.05;
    }).map(name));
  }

  // --- letters in drawings against what lies under them

  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const over = (top, below, alpha) => [0, 1, 2].map((at) => alpha * top[at] + (1 - alpha) * below[at]);
  function light(colour) {
    const [r, g, b] = colour.map((one) => one / 255).map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function ground(element) { // of the nearest element that has one
    for (let one = element; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour.length === 3) { return colour; }
    }
    return [255, 255, 255];
  }
  function painted(shape, below) {
    const style = getComputedStyle(shape), fill = channels(style.fill);
    if (style.fill === "none" || fill.length < 3) { return below; }
    let alpha = (fill.length === 4 ? fill[3] : 1) * style.fillOpacity;
    for (let one = shape; one && one.localName !== "svg"; one = one.parentElement) { alpha *= getComputedStyle(one).opacity; }
    return over(fill, below, alpha);
  }
  function pale() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("svg * { pointer-events: all !important }");
    document.adoptedStyleSheets = [sheet];
    const found = drawings.flatMap((svg) => letters(svg).filter((one) => {
      const box = one.getBoundingClientRect(), middle = [box.x + box.width / 2, box.y + box.height / 2];
      window.scrollTo(0, window.scrollY + middle[1] - 300);
      const after = one.getBoundingClientRect();
      const under = document.elementsFromPoint(after.x + after.width / 2, after.y + after.height / 2)
        .filter((each) => svg.contains(each) && /^(rect|path|circle|ellipse|polygon)$/.test(each.localName));
      const below = under.reverse().reduce((colour, each) => painted(each, colour), ground(svg));
      const style = getComputedStyle(one), ink = channels(style.fill);
      const [a, b] = [light(over(ink, below, style.opacity * style.fillOpacity)), light(below)].sort((x, y) => y - x);
      const size = parseFloat(style.fontSize) * Math.hypot(one.getScreenCTM().c, one.getScreenCTM().d);
      return (a + 0.05) / (b + 0.05) < (size >= 24 ? 3 : CONTRAST);
    }).map((one) => `${getComputedStyle(one).fill} ${text(one)}`));
    document.adoptedStyleSheets = [];
    window.scrollTo(0, 0);
    return found;
  }

  const title = root.dataset[root.classList.contains("show-zh") ? "zh" : "en"];
  const faults = {
    "wider than the window": wide(), "clipped text": clipped(), "the other language": languages(),
    "an id that stands twice": twice(), "a heading that skips a level": headings(),
    "letters outside their drawing": outside(), "letters on letters": overlapping().concat(crowded()),
    "letters too small": small(), "letters out of shape": distorted(), "letters too pale": pale(),
    "a title in the other language": document.title === title && title ? [] : [document.title],
  };
  return faults;
}
