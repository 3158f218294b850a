// A map to go into, made of drawings: what has a place in one is put there.
import {
  type GeoJSONSource,
  Map,
  type MapLayerMouseEvent,
  NavigationControl,
  Popup,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import { asset } from "./asset";

setWorkerUrl(asset("map-worker.js"));

const PADDING = 32;
/** No closer when a map is opened: some streets, not a house. */
const ZOOM_FIRST = 14;
const SEA = "#dfe9f0";
const LAND = "#f7f7f5";

type Point = [number, number];
type Feature = GeoJSON.Feature<GeoJSON.Point | GeoJSON.LineString>;

/** Each map by the place that it stands in. */
const standing = new WeakMap<HTMLElement, Live>();

interface Live {
  element: HTMLElement;
  map: Map;
  /** What the map shows of a drawing. */
  show(drawing: SVGElement): void;
}

/** Puts a map in the place of its drawings, the first one chosen; that of `before`, if there is one, moves here. */
export async function map(place: HTMLElement, before?: HTMLElement): Promise<void> {
  const figures = [...place.querySelectorAll<HTMLElement>("figure")];
  const drawings = figures.map((it) => it.querySelector("svg")!);
  const first = drawings[0];
  if (first === undefined || !hasWebGl()) return;
  const moved = before && standing.get(before);
  // A map measures the place that it is put in.
  const element = moved?.element ?? document.createElement("div");
  element.className = "live-map";
  place.prepend(element);
  place.classList.add("live");
  if (!moved) document.head.append(sheet());
  const it = moved ?? open(element, first, await base());
  const only = (shown: number) => figures.forEach((figure, at) => figure.classList.toggle("unseen", at !== shown));
  const choice = choose(figures, (shown) => {
    only(shown);
    it.show(drawings[shown]!);
  });
  only(0);
  place.prepend(...choice);
  standing.set(place, it);
  if (moved) it.show(first);
}

function hasWebGl(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

function sheet(): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = asset("map.css");
  return link;
}

/** The way from one drawing to another, where there are several. */
function choose(figures: HTMLElement[], chosen: (shown: number) => void): HTMLElement[] {
  if (figures.length < 2) return [];
  const buttons = figures.map((figure, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "choice";
    button.textContent = figure.dataset.choice ?? "";
    button.setAttribute("aria-pressed", String(at === 0));
    button.addEventListener("click", () => {
      buttons.forEach((it) => it.setAttribute("aria-pressed", String(it === button)));
      chosen(at);
    });
    return button;
  });
  const row = document.createElement("div");
  row.className = "choices";
  row.append(...buttons);
  return [row];
}

/** The house's own map, if it has one. */
interface Tiles {
  address: string;
  credit: string;
}

async function base(): Promise<Tiles | null> {
  const answer = await fetch("/map-tiles");
  return answer.ok ? answer.json() : null;
}

function open(element: HTMLElement, first: SVGElement, tiles: Tiles | null): Live {
  const map = new Map({
    container: element,
    style: style(tiles),
    attributionControl: tiles === null ? false : { compact: false },
    cooperativeGestures: true,
    locale: words(first),
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 18,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  let shown = first;
  const show = (drawing: SVGElement) => {
    const found = features(drawing);
    shown = drawing;
    element.dataset.shown = String(found.length);
    map.getSource<GeoJSONSource>("drawn")?.setData({ type: "FeatureCollection", features: found });
  };
  fit(map, features(first));
  map.on("load", () => {
    show(shown);
    map.once("idle", () => {
      element.dataset.ready = "";
      performance.mark("map");
    });
  });
  speak(map);
  return { element, map, show };
}

/** What the map's own buttons and hints are called. */
function words(drawing: SVGElement): Record<string, string> {
  const said = drawing.closest<HTMLElement>(".maps")!.dataset;
  return {
    "Map.Title": drawing.querySelector("title")?.textContent ?? "",
    "NavigationControl.ZoomIn": said.zoomIn ?? "",
    "NavigationControl.ZoomOut": said.zoomOut ?? "",
    "CooperativeGesturesHandler.WindowsHelpText": said.wheel ?? "",
    "CooperativeGesturesHandler.MacHelpText": (said.wheel ?? "").replace("Ctrl", "⌘"),
    "CooperativeGesturesHandler.MobileHelpText": said.fingers ?? "",
  };
}

/** The coast, or the house's own tiles over it, and what is drawn. */
function style(tiles: Tiles | null): StyleSpecification {
  const drawn = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };
  const kind = (name: string) => ["==", ["geometry-type"], name] as never;
  return {
    version: 8,
    sources: {
      coast: { type: "geojson", data: asset("denmark.json") },
      drawn,
      ...(tiles && { tiles: { type: "raster", tiles: [tiles.address], tileSize: 256, attribution: tiles.credit } }),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": SEA } },
      { id: "land", type: "fill", source: "coast", paint: { "fill-color": LAND, "fill-outline-color": "#9aa7b0" } },
      ...(tiles ? [{ id: "tiles", type: "raster" as const, source: "tiles" }] : []),
      {
        id: "lines",
        type: "line",
        source: "drawn",
        filter: kind("LineString"),
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": ["get", "colour"], "line-width": 2.5, "line-opacity": 0.85 },
      },
      {
        id: "points",
        type: "circle",
        source: "drawn",
        filter: kind("Point"),
        layout: { "circle-sort-key": ["-", 0, ["get", "radius"]] },
        paint: {
          "circle-color": ["get", "colour"],
          "circle-radius": ["get", "radius"],
          "circle-stroke-color": "#444",
          "circle-stroke-width": 1,
        },
      },
    ],
  };
}

/** Everything of a drawing that has a place: `data-at` is a longitude and a latitude, `data-way` several. */
function features(drawing: SVGElement): Feature[] {
  const of = (element: SVGElement, geometry: Feature["geometry"]): Feature => {
    const shape = element.matches("a, g") ? element.querySelector<SVGElement>("circle, polyline, rect")! : element;
    const named = element.closest<SVGElement>("a, g") ?? element;
    const colour = shape.getAttribute(shape.matches("polyline") ? "stroke" : "fill");
    const properties = {
      said: named.querySelector(":scope > title")?.textContent ?? "",
      href: named.getAttribute("href") ?? "",
      colour: colour ?? (shape.matches("rect") ? "#1a1a1a" : "#fff"),
      radius: Number(shape.getAttribute("r") ?? 5) + 1,
    };
    return { type: "Feature", geometry, properties };
  };
  const points = (text: string) => text.split(" ").map((it) => it.split(",").map(Number) as Point);
  const ways = [...drawing.querySelectorAll<SVGElement>("[data-way]")];
  const places = [...drawing.querySelectorAll<SVGElement>("[data-at]")];
  return [
    ...ways.map((it) => of(it, { type: "LineString", coordinates: points(it.dataset.way!) })),
    ...places.map((it) => of(it, { type: "Point", coordinates: points(it.dataset.at!)[0]! })),
  ];
}

function fit(map: Map, features: Feature[]): void {
  const all = features.flatMap((it) =>
    it.geometry.type === "Point" ? [it.geometry.coordinates as Point] : (it.geometry.coordinates as Point[]),
  );
  if (all.length === 0) return;
  const [longitudes, latitudes] = [all.map((it) => it[0]), all.map((it) => it[1])];
  const bounds: [Point, Point] = [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
  map.fitBounds(bounds, { padding: PADDING, maxZoom: ZOOM_FIRST, animate: false });
}

/** What is under the pointer is said beside it; a route leads to its stops. */
function speak(map: Map): void {
  const popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: "22rem" });
  const over = (event: MapLayerMouseEvent) => {
    const said = String(event.features?.[0]?.properties.said ?? "");
    if (said === "") return;
    map.getCanvas().style.cursor = "pointer";
    popup.setLngLat(event.lngLat).setText(said).addTo(map);
  };
  for (const layer of ["lines", "points"]) {
    map.on("mousemove", layer, over);
    map.on("click", layer, over);
    map.on("mouseleave", layer, () => {
      map.getCanvas().style.cursor = "";
      popup.remove();
    });
  }
  map.on("click", "lines", (event) => {
    const href = String(event.features?.[0]?.properties.href ?? "");
    if (href.startsWith("#")) location.hash = href;
  });
}
