// The map of visits drawn by hand in a canvas, where there is no WebGL: the outline of the world, clusters,
// pins and the way of a day. It is told what MapLibre is told.
window.satchelCanvasMap = (home, open, told, { colours, edges, legs }) => {
  const { money, write, SUM } = window.satchelMapMarks;
  const CELL = 64;
  const FARTHEST = 256;
  const NEAREST = 256 * 2 ** 18;
  const NORTH = 85.0511;

  // Web Mercator: the world is a square of side 1, its north west corner at 0, 0 (EPSG:3857).
  const square = (longitude, latitude) => {
    const sine = Math.sin((Math.max(-NORTH, Math.min(NORTH, latitude)) * Math.PI) / 180);
    return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  const worth = money(told.words.currency);
  const land = new Path2D();
  const borders = new Path2D();
  const trace = (path, ring) => {
    ring.forEach(([longitude, latitude], at) => {
      const [x, y] = square(longitude, latitude);
      if (at) path.lineTo(x, y);
      else path.moveTo(x, y);
    });
  };
  for (const { properties, geometry } of told.world.features) {
    if (properties.kind === "land") geometry.coordinates.flat().forEach((ring) => trace(land, ring));
    else geometry.coordinates.forEach((line) => trace(borders, line));
  }

  const paper = document.createElement("canvas");
  paper.className = "absolute inset-0 w-full h-full touch-none";
  paper.setAttribute("role", "img");
  paper.setAttribute("aria-label", told.words.map);
  home.replaceChildren(paper);
  const drawing = paper.getContext("2d");
  let [visits, way, shown, due, touched] = [[], [], [], 0, false];
  // The middle of what is seen, in the square, and the pixels the square is wide.
  const view = { x: 0.5, y: 0.4, side: FARTHEST };

  const place = (one) => {
    const [x, y] = square(one.longitude, one.latitude);
    return { ...one, x, y };
  };
  const onScreen = ({ x, y }) => [
    (x - view.x) * view.side + paper.clientWidth / 2,
    (y - view.y) * view.side + paper.clientHeight / 2,
  ];

  /** Visits near each other as one, by the cell they fall in; those out of sight left out. */
  const clusters = () => {
    const cells = new Map();
    // The stops of a way stand for the visits.
    for (const visit of way.length ? [] : visits) {
      const [x, y] = onScreen(visit);
      if (x < -CELL || y < -CELL || x > paper.clientWidth + CELL || y > paper.clientHeight + CELL) continue;
      // Cells hang on the world, not on the window, so that they do not change while it moves.
      const key = `${Math.floor((visit.x * view.side) / CELL)} ${Math.floor((visit.y * view.side) / CELL)}`;
      const cell = cells.get(key) ?? { x: 0, y: 0, count: 0, flagged: false, worth: 0, of: [] };
      cell.x += x;
      cell.y += y;
      cell.count += 1;
      cell.worth += visit.worth;
      cell.flagged ||= visit.flagged;
      if (cell.of.length < 2) cell.of.push(visit);
      cells.set(key, cell);
    }
    return [...cells.values()].map((cell) => ({ ...cell, x: cell.x / cell.count, y: cell.y / cell.count }));
  };

  const short = (count) => (count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`);

  // Of many only the rim is coloured: most crowds have one that is to be looked at.
  const disc = (x, y, word, flagged, crowd, paint) => {
    const across = word ? Math.max(28, 16 + 8 * word.length) : 14;
    drawing.beginPath();
    drawing.arc(x, y, across / 2, 0, Math.PI * 2);
    drawing.fillStyle = flagged && !crowd ? paint.flag : paint.pin;
    drawing.fill();
    drawing.lineWidth = 2;
    drawing.strokeStyle = flagged && crowd ? paint.flag : paint.rim;
    drawing.stroke();
    drawing.fillStyle = flagged && !crowd ? paint.rim : paint.pinText;
    drawing.fillText(word, x, y + 0.5);
    return across / 2;
  };

  /** What was sold, below its disc, the largest sums first; those that have no room are left out. */
  const sums = (cells, paint) => {
    const font = `${SUM} ${getComputedStyle(document.body).fontFamily}`;
    const taken = cells.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
    for (const { x, y, radius, worth: sum } of cells.toSorted((one, other) => other.worth - one.worth)) {
      if (!(sum >= 0.5)) continue;
      const word = worth(sum);
      drawing.font = font;
      const half = drawing.measureText(word).width / 2 + 2;
      const box = [x - half, y + radius + 1, x + half, y + radius + 15];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      write(drawing, word, x, y + radius + 8, font, paint.text, paint.rim);
    }
  };

  const ground = (paint, scale) => {
    drawing.fillStyle = paint.water;
    drawing.fillRect(0, 0, paper.clientWidth, paper.clientHeight);
    drawing.save();
    for (const turn of [-1, 0, 1]) {
      const [x, y] = onScreen({ x: turn, y: 0 });
      if (x > paper.clientWidth || x + view.side < 0) continue;
      drawing.setTransform(scale * view.side, 0, 0, scale * view.side, scale * x, scale * y);
      drawing.fillStyle = paint.land;
      drawing.fill(land);
      drawing.lineWidth = 1 / view.side;
      drawing.strokeStyle = paint.line;
      drawing.stroke(borders);
    }
    drawing.restore();
  };

  const draw = () => {
    due = 0;
    const [paint, scale] = [colours(), Math.min(3, devicePixelRatio || 1)];
    const [width, height] = [paper.clientWidth * scale, paper.clientHeight * scale].map(Math.round);
    if (!width || !height) return;
    if (paper.width !== width || paper.height !== height) [paper.width, paper.height] = [width, height];
    drawing.setTransform(scale, 0, 0, scale, 0, 0);
    ground(paint, scale);
    drawing.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
    drawing.textAlign = "center";
    drawing.textBaseline = "middle";
    shown = clusters().map((cell) => {
      const word = cell.count > 1 ? short(cell.count) : "";
      return { ...cell, radius: disc(cell.x, cell.y, word, cell.flagged, cell.count > 1, paint) };
    });
    for (const { known, points } of legs(way)) {
      drawing.beginPath();
      points.forEach(([longitude, latitude], at) => {
        const [x, y] = square(longitude, latitude);
        const there = onScreen({ x, y });
        if (at) drawing.lineTo(...there);
        else drawing.moveTo(...there);
      });
      drawing.lineWidth = known ? 3.5 : 2.5;
      drawing.lineCap = drawing.lineJoin = "round";
      drawing.setLineDash(known ? [] : [1, 6]);
      drawing.strokeStyle = paint.way;
      drawing.stroke();
    }
    drawing.setLineDash([]);
    for (const stop of way) {
      const [x, y] = onScreen(stop);
      const radius = disc(x, y, String(stop.nth), stop.flagged, false, paint);
      shown.push({ x, y, radius, count: 1, worth: stop.worth, of: [stop] });
    }
    sums(shown, paint);
    home.dataset.drawn = "canvas";
  };
  const again = () => {
    due ||= requestAnimationFrame(draw);
  };

  const zoom = (factor, x = paper.clientWidth / 2, y = paper.clientHeight / 2) => {
    const side = Math.max(FARTHEST, Math.min(NEAREST, view.side * factor));
    const [dx, dy] = [x - paper.clientWidth / 2, y - paper.clientHeight / 2];
    view.x += dx / view.side - dx / side;
    view.y += dy / view.side - dy / side;
    view.side = side;
    again();
  };

  const fit = (places) => {
    const found = edges(places);
    if (!found) return again();
    const [left, top] = square(found[0], found[3]);
    const [right, bottom] = square(found[2], found[1]);
    const room = Math.min(48, paper.clientWidth / 6, paper.clientHeight / 6) * 2;
    const wide = (paper.clientWidth - room) / Math.max(right - left, 1e-9);
    const high = (paper.clientHeight - room) / Math.max(bottom - top, 1e-9);
    view.side = Math.max(FARTHEST, Math.min(256 * 2 ** 15, wide, high));
    // The bar over the map takes some of its top.
    [view.x, view.y] = [(left + right) / 2, (top + bottom) / 2 - 20 / view.side];
    return again();
  };

  const tap = (x, y) => {
    const near = (one) => Math.hypot(one.x - x, one.y - y) <= Math.max(one.radius, 22);
    const hit = shown.toReversed().find(near);
    if (!hit) return;
    if (hit.count > 1 && view.side < NEAREST) zoom(4, hit.x, hit.y);
    else open(hit.of[0].id);
  };

  const fingers = new Map();
  const apart = () => {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  const spot = (event) => {
    const edge = paper.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  };
  let moved = 0;
  paper.addEventListener("pointerdown", (event) => {
    paper.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, spot(event));
    moved = 0;
  });
  paper.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = spot(event);
    touched = true;
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (fingers.size === 2) {
      const gap = apart();
      fingers.set(event.pointerId, now);
      zoom(apart() / Math.max(gap, 1), now.x, now.y);
      return;
    }
    view.x -= (now.x - before.x) / view.side;
    view.y -= (now.y - before.y) / view.side;
    fingers.set(event.pointerId, now);
    again();
  });
  const lift = (event) => {
    const alone = fingers.size === 1;
    fingers.delete(event.pointerId);
    const { x, y } = spot(event);
    if (event.type === "pointerup" && alone && moved < 8) tap(x, y);
  };
  paper.addEventListener("pointerup", lift);
  paper.addEventListener("pointercancel", lift);
  paper.addEventListener("wheel", (event) => {
    event.preventDefault();
    const { x, y } = spot(event);
    zoom(2 ** (-event.deltaY / 300), x, y);
  }, { passive: false });
  const size = new ResizeObserver(() => (touched ? again() : fit(way.length ? way : visits)));
  size.observe(paper);

  return {
    visits: (found) => {
      visits = found.map(place);
      if (way.length) again();
      else fit(visits);
    },
    way: (found) => {
      way = found.map(place);
      fit(way.length ? way : visits);
    },
    nearer: (steps) => zoom(2 ** steps),
    dress: again,
    leave: () => {
      size.disconnect();
      paper.remove();
    },
  };
};
