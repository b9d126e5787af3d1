// The map of visits. MapLibre GL draws it where the page has WebGL, else `map_canvas.js`; both are told the
// same. What is drawn comes over a web socket of the app (`map/mod.rs`), the library with it: most pages
// never need a megabyte of it.
window.satchelMap = (() => {
  const EACH = 21;
  const CLUSTER = 44;
  const CLOSEST = 18;
  const { disc, label, money } = window.satchelMapMarks;

  const element = async (id) => {
    for (let turn = 0; turn < 100; turn += 1) {
      const found = document.getElementById(id);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 20));
    }
    return null;
  };

  const hasGl = () => {
    try {
      const context = document.createElement("canvas").getContext("webgl2");
      if (!context) return false;
      context.getExtension("WEBGL_lose_context")?.loseContext();
      return true;
    } catch {
      return false;
    }
  };

  /** The colours of the theme in force. */
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(name).trim();
    return {
      land: token("--map-land"),
      water: token("--map-water"),
      block: token("--map-block"),
      park: token("--map-park"),
      road: token("--map-road"),
      line: token("--line-strong"),
      way: token("--accent-ink"),
      pin: token("--color-neutral"),
      pinText: token("--color-neutral-content"),
      flag: token("--hand-mark"),
      rim: token("--color-base-100"),
      text: token("--color-base-content"),
    };
  };

  /** The visits: number, degrees, whether something looks wrong or was sold, and what it came to. */
  const points = (data) => {
    const view = new DataView(data, 1);
    const found = [];
    for (let at = 0; at + EACH <= view.byteLength; at += EACH) {
      const marks = view.getUint8(at + 12);
      found.push({
        id: view.getUint32(at, true),
        latitude: view.getInt32(at + 4, true) / 1e7,
        longitude: view.getInt32(at + 8, true) / 1e7,
        flagged: (marks & 1) > 0,
        sold: (marks & 2) > 0,
        // Hundredths in eight bytes; beyond 2⁵³ nobody reads the last digits off a map.
        worth: Number(view.getBigInt64(at + 13, true)) / 100,
      });
    }
    return found;
  };

  const feature = ({ longitude, latitude }, properties) => ({
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates: [longitude, latitude] },
  });
  const collection = (features) => ({ type: "FeatureCollection", features });

  /** The way from stop to stop: as it was recorded where it was, else straight. */
  const legs = (way) => {
    const at = ({ longitude, latitude }) => [longitude, latitude];
    return way.slice(1).map((stop, before) => ({
      known: stop.track.length > 1,
      points: stop.track.length > 1 ? [...stop.track, at(stop)] : [at(way[before]), at(stop)],
    }));
  };

  /** West, south, east and north of places; nothing of none. */
  const edges = (places) => {
    if (!places.length) return null;
    const found = [180, 90, -180, -90];
    for (const { longitude, latitude } of places) {
      found[0] = Math.min(found[0], longitude);
      found[1] = Math.min(found[1], latitude);
      found[2] = Math.max(found[2], longitude);
      found[3] = Math.max(found[3], latitude);
    }
    return found;
  };

  /** Layers of a vector base map in the schemas of Protomaps and OpenMapTiles, as far as it has them. */
  const ground = (known, paint) => {
    const fill = (layer, colour) => ({ layer, type: "fill", paint: { "fill-color": colour } });
    const line = (layer, colour, width) => ({
      layer,
      type: "line",
      paint: { "line-color": colour, "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.3, 16, width] },
    });
    const wanted = [
      fill("earth", paint.land),
      fill("landcover", paint.land),
      fill("landuse", paint.block),
      fill("park", paint.park),
      fill("water", paint.water),
      fill("buildings", paint.block),
      fill("building", paint.block),
      line("waterway", paint.water, 3),
      line("roads", paint.road, 8),
      line("transportation", paint.road, 8),
      line("boundaries", paint.line, 1.5),
      line("boundary", paint.line, 1.5),
    ];
    return wanted
      .filter(({ layer }) => known.includes(layer))
      .map(({ layer, type, paint: look }) => ({
        id: `base-${layer}`,
        source: "base",
        "source-layer": layer,
        type,
        paint: look,
        ...(type === "fill" ? { filter: ["==", ["geometry-type"], "Polygon"] } : {}),
      }));
  };

  /** The base map the app named: nothing where it cannot be read, and the outline of the world shows. */
  const base = async (told, bytes) => {
    if (!told) return null;
    if (told.tiles) {
      const source = { type: "raster", tiles: [told.tiles], tileSize: 256, maxzoom: 19, attribution: told.attribution };
      return { source, layers: () => [{ id: "base", type: "raster", source: "base" }] };
    }
    try {
      const { PMTiles, Protocol } = window.pmtiles;
      const archive = told.pmtiles ? new PMTiles(told.pmtiles) : new PMTiles({ getKey: () => "file", getBytes: bytes });
      const protocol = new Protocol();
      protocol.add(archive);
      maplibregl.removeProtocol("pmtiles");
      maplibregl.addProtocol("pmtiles", protocol.tile);
      const [header, about] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
      const url = `pmtiles://${archive.source.getKey()}`;
      if (header.tileType !== 1) {
        return { source: { type: "raster", url, tileSize: 256 }, layers: () => [{ id: "base", type: "raster", source: "base" }] };
      }
      const known = (about?.vector_layers ?? []).map(({ id }) => id);
      return { source: { type: "vector", url, attribution: about?.attribution }, layers: (paint) => ground(known, paint) };
    } catch {
      return null;
    }
  };

  /** MapLibre's way of drawing. */
  const withGl = async (home, open, told, bytes) => {
    const under = await base(told.base, bytes);
    let [visits, way] = [[], []];
    const worth = money(told.words.currency);
    // The stops of a way stand for the visits.
    const shown = () => collection((way.length ? [] : visits).map((one) => feature(one, { id: one.id, f: one.flagged ? 1 : 0, s: one.worth })));
    const stops = () => collection(way.map((one) => feature(one, { id: one.id, icon: `stop ${one.nth} ${one.flagged ? "f" : ""}`, s: one.worth })));
    // Rounded as it is worded, so that there are few pictures of sums.
    const to = (step) => ["*", ["round", ["/", ["get", "s"], step]], step];
    const rounded = ["step", ["get", "s"], to(1), 1e3, to(100), 1e4, to(1e3), 1e6, to(1e5), 1e7, to(1e6), 1e9, to(1e8)];
    const below = (pixels) => ["literal", [0, pixels]];
    const sums = (source, offset) => ({
      id: `sums-${source}`, type: "symbol", source, filter: [">=", ["get", "s"], 0.5],
      layout: {
        "icon-image": ["concat", "sum ", ["to-string", rounded]],
        "icon-anchor": "top",
        "icon-offset": offset,
        "icon-padding": 0,
        // The larger sum stays where two have no room.
        "symbol-sort-key": ["-", 0, ["get", "s"]],
      },
    });
    const line = () => collection(legs(way).map(({ known, points }) => ({
      type: "Feature",
      properties: { known },
      geometry: { type: "LineString", coordinates: points },
    })));
    const style = () => {
      const paint = colours();
      const flat = told.world;
      return {
        version: 8,
        sources: {
          world: { type: "geojson", data: flat },
          ...(under ? { base: under.source } : {}),
          visits: {
            type: "geojson",
            data: shown(),
            cluster: true,
            clusterRadius: CLUSTER,
            clusterMaxZoom: CLOSEST - 2,
            clusterProperties: { f: ["+", ["get", "f"]], s: ["+", ["get", "s"]] },
          },
          way: { type: "geojson", data: line() },
          stops: { type: "geojson", data: stops() },
        },
        layers: [
          { id: "water", type: "background", paint: { "background-color": paint.water } },
          { id: "land", type: "fill", source: "world", filter: ["==", ["get", "kind"], "land"], paint: { "fill-color": paint.land } },
          { id: "border", type: "line", source: "world", filter: ["==", ["get", "kind"], "border"], paint: { "line-color": paint.line, "line-width": 1 } },
          ...(under ? under.layers(paint) : []),
          {
            id: "way", type: "line", source: "way", filter: ["!", ["get", "known"]],
            layout: { "line-cap": "round", "line-join": "round" },
            paint: { "line-color": paint.way, "line-width": 2.5, "line-dasharray": [0.4, 2.4] },
          },
          {
            id: "track", type: "line", source: "way", filter: ["get", "known"],
            layout: { "line-cap": "round", "line-join": "round" },
            paint: { "line-color": paint.way, "line-width": 3.5 },
          },
          // Below the discs: those have their place first.
          sums("visits", ["case", ["has", "point_count"],
            ["step", ["get", "point_count"], below(18), 10, below(20), 100, below(24), 1000, below(28)], below(12)]),
          sums("stops", below(18)),
          {
            id: "visits", type: "symbol", source: "visits",
            layout: {
              "icon-allow-overlap": true,
              "icon-padding": 0,
              "icon-image": ["case", ["has", "point_count"],
                ["concat", "many ", ["to-string", ["get", "point_count_abbreviated"]], ["case", [">", ["get", "f"], 0], " f", " "]],
                ["case", ["==", ["get", "f"], 1], "one f", "one "]],
            },
          },
          {
            id: "stops", type: "symbol", source: "stops",
            layout: { "icon-allow-overlap": true, "icon-padding": 0, "icon-image": ["get", "icon"] },
          },
        ],
      };
    };
    const map = new maplibregl.Map({
      container: home, style: style(), center: [0, 20], zoom: 1, maxZoom: CLOSEST, maxPitch: 0, fadeDuration: 0,
      dragRotate: false, pitchWithRotate: false, touchPitch: false,
      attributionControl: told.base ? { compact: true } : false,
    });
    map.touchZoomRotate.disableRotation();
    map.getCanvas().setAttribute("aria-label", told.words.map);
    // A tile that does not come leaves the outline of the world in its place.
    map.on("error", () => {});
    map.on("styleimagemissing", ({ id }) => {
      if (map.hasImage(id)) return;
      const paint = colours();
      const [kind, word] = id.split(" ");
      if (kind === "sum") {
        const { image, pixelRatio } = label(worth(Number(word)), paint.text, paint.rim);
        map.addImage(id, image, { pixelRatio });
        return;
      }
      // Of many only the rim is coloured: most crowds have one that is to be looked at.
      const flagged = id.endsWith(" f");
      const crowd = kind === "many";
      const fill = flagged && !crowd ? paint.flag : paint.pin;
      const ink = flagged && !crowd ? paint.rim : paint.pinText;
      const { image, pixelRatio } = disc(kind === "one" ? "" : word, fill, ink, flagged && crowd ? paint.flag : paint.rim);
      map.addImage(id, image, { pixelRatio });
    });
    map.on("click", async (event) => {
      const near = [[event.point.x - 12, event.point.y - 12], [event.point.x + 12, event.point.y + 12]];
      const [hit] = map.queryRenderedFeatures(near, { layers: ["stops", "visits"] });
      if (!hit) return;
      if (!hit.properties.cluster) {
        open(hit.properties.id);
        return;
      }
      const zoom = await map.getSource("visits").getClusterExpansionZoom(hit.properties.cluster_id);
      map.easeTo({ center: hit.geometry.coordinates, zoom: Math.min(zoom, CLOSEST), animate: false });
    });
    map.on("idle", () => { home.dataset.drawn = "gl"; });
    const fit = (places) => {
      const found = edges(places);
      if (!found) return;
      const room = Math.min(48, home.clientWidth / 6, home.clientHeight / 6);
      map.fitBounds([[found[0], found[1]], [found[2], found[3]]], { padding: { top: room + 40, bottom: room, left: room, right: room }, maxZoom: 15, animate: false });
    };
    const whenStyled = (work) => (map.isStyleLoaded() ? work() : map.once("load", work));
    return {
      visits: (found) => {
        visits = found;
        whenStyled(() => map.getSource("visits").setData(shown()));
        if (!way.length) fit(visits);
      },
      way: (found) => {
        way = found;
        whenStyled(() => {
          map.getSource("visits").setData(shown());
          map.getSource("way").setData(line());
          map.getSource("stops").setData(stops());
        });
        fit(way.length ? way : visits);
      },
      nearer: (steps) => map.zoomTo(map.getZoom() + steps, { animate: false }),
      dress: () => map.setStyle(style(), { diff: false }),
      leave: () => map.remove(),
    };
  };

  /** Draws a map in an element, for as long as it and the line last. */
  const show = async (id, address) => {
    const home = await element(id);
    if (!home) return;
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    const say = (words) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(words));
    };
    const gl = hasGl();
    let [drawn, visits, way, reads] = [null, null, null, 0];
    const waiting = new Map();
    const bytes = (offset, length) =>
      new Promise((done) => {
        reads += 1;
        waiting.set(reads, done);
        say({ read: reads, offset, length });
      });
    const dress = () => drawn?.dress();
    const theme = new MutationObserver(dress);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", dress);
    const watch = setInterval(() => {
      if (!home.isConnected) socket.close();
    }, 500);
    socket.onclose = () => {
      clearInterval(watch);
      theme.disconnect();
      dark.removeEventListener("change", dress);
      drawn?.leave();
      drawn = null;
    };
    const begin = async (told) => {
      const open = (visit) => say({ open: visit });
      const canvas = () => window.satchelCanvasMap(home, open, told, { colours, edges, legs });
      try {
        drawn = gl && window.maplibregl ? await withGl(home, open, told, bytes) : canvas();
      } catch {
        home.replaceChildren();
        drawn = canvas();
      }
      if (visits) drawn.visits(visits);
      if (way) drawn.way(way);
    };
    socket.onopen = () => say({ library: gl && !window.maplibregl });
    socket.onmessage = ({ data }) => {
      if (typeof data !== "string") {
        const head = new DataView(data);
        if (head.getUint8(0) === 1) {
          visits = points(data);
          home.dataset.visits = String(visits.length);
          drawn?.visits(visits);
        } else {
          const read = head.getUint32(1, true);
          waiting.get(read)?.({ data: data.slice(5) });
          waiting.delete(read);
        }
        return;
      }
      const told = JSON.parse(data);
      if (told.library) {
        const script = document.createElement("script");
        script.textContent = told.library;
        document.head.append(script);
        script.remove();
      } else if (told.world) begin(told);
      else if (told.way) {
        way = told.way.map((stop) => ({ ...stop, worth: stop.worth / 100 }));
        drawn?.way(way);
      } else if (told.nearer) drawn?.nearer(told.nearer);
    };
  };

  return { show };
})();
