/** Points by longitude and latitude in an equirectangular projection, without boundaries; every point is labelled. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, type } from "../looks";
import { headroom, path, rule, sheet, tierSymbol, words, type Shape } from "../parts";
import { place } from "../placement";
import { linear, roundScale, ticks, type Scale } from "../scale";
import { heightOf, widthOf } from "../text";

interface Point {
  longitude: number;
  latitude: number;
  label: string;
  value?: number | null;
  tier?: number | null;
  /** Drawn as a ring: the second of the two sorts that `key` names. */
  hollow?: boolean;
}

export interface PointMapData {
  points: Point[];
  /** What a filled and what a hollow point stand for. */
  key?: string[];
}

const MARGIN = { left: 40, right: 8, bottom: 24 };

/** A graticule with its degrees. */
function graticule(longitudes: Scale, latitudes: Scale, x: (v: number) => number, y: (v: number) => number): Shape[] {
  const shapes: Shape[] = [];
  const soft = { size: type.small, fill: ink.faint };
  const [west, east, north, south] = [
    x(longitudes.minimum),
    x(longitudes.maximum),
    y(latitudes.maximum),
    y(latitudes.minimum),
  ];
  for (const degree of ticks(longitudes)) {
    shapes.push(rule(x(degree), north, x(degree), south, { stroke: ink.hair }));
    shapes.push(
      words(x(degree), south + 12, `${degree}°E`, {
        ...soft,
        align: degree === longitudes.maximum ? "right" : "center",
      }),
    );
  }
  for (const degree of ticks(latitudes)) {
    shapes.push(rule(west, y(degree), east, y(degree), { stroke: ink.hair }));
    shapes.push(words(west - 6, y(degree), `${degree}°N`, { ...soft, align: "right" }));
  }
  return shapes;
}

function lookOf(hollow = false): Shape {
  return hollow ? { fill: ink.paper, stroke: mark, lineWidth: 2 } : { fill: mark, stroke: ink.paper, lineWidth: 1 };
}

/** What filled and hollow points stand for, in the lower left corner, on paper. */
function legend(names: readonly string[], x: number, foot: number): Shape[] {
  return names.flatMap((name, i) => {
    const y = foot - 14 - (names.length - 1 - i) * 20;
    return [
      { type: "circle", silent: true, z: 4, shape: { cx: x + 14, cy: y, r: i ? 4.5 : 5.5 }, style: lookOf(i > 0) },
      { ...words(x + 26, y, name, { size: type.small, fill: ink.soft, halo: true }), z: 4 },
    ];
  });
}

/** Area in proportion to the value. */
function radiusOf(point: Point, maximum: number): number {
  if (!point.value || maximum <= 0) return 5;
  return Math.max(4, 15 * Math.sqrt(point.value / maximum));
}

export function pointMap(chart: Chart<PointMapData>): Drawing {
  const points = [...chart.data.points].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const top = headroom(chart) + 6;
  const longitudes = roundScale(
    points.map((point) => point.longitude),
    5,
  );
  const latitudes = roundScale(
    points.map((point) => point.latitude),
    5,
  );
  const middle = ((latitudes.minimum + latitudes.maximum) / 2) * (Math.PI / 180);
  const across = (longitudes.maximum - longitudes.minimum) * Math.cos(middle);
  const aspect = (latitudes.maximum - latitudes.minimum) / across;
  const room = chart.width - MARGIN.left - MARGIN.right;
  const width = Math.min(
    room,
    (chart.height ? chart.height - top - MARGIN.bottom : Math.max(500, room * 0.6)) / aspect,
  );
  const height = width * aspect;
  const left = MARGIN.left + (room - width) / 2;
  const x = linear(longitudes, left, left + width);
  const y = linear(latitudes, top + height, top);
  const maximum = Math.max(...points.map((point) => point.value ?? 0), 0);
  const anchors = points.map((point) => ({
    x: x(point.longitude),
    y: y(point.latitude),
    width: widthOf(point.label),
    height: heightOf(1),
    radius: radiusOf(point, maximum),
  }));
  const bounds = { x: 0, y: top, width: chart.width, height };
  const shapes = graticule(longitudes, latitudes, x, y);
  for (const [i, spot] of place(anchors, bounds).entries()) {
    const [point, anchor] = [points[i], anchors[i]];
    if (!point || !anchor) continue;
    const edge =
      spot.x > anchor.x
        ? spot.x - 2
        : spot.x + spot.width < anchor.x
          ? spot.x + spot.width + 2
          : spot.x + spot.width / 2;
    if (spot.leader)
      shapes.push(
        path(
          [
            [anchor.x, anchor.y],
            [edge, spot.y + spot.height / 2],
          ],
          { stroke: ink.faint },
        ),
      );
    const style = lookOf(point.hollow);
    const disc = {
      type: "circle",
      name: point.label,
      tooltip: { formatter: point.label },
      shape: { cx: anchor.x, cy: anchor.y, r: point.hollow ? anchor.radius - 1 : anchor.radius },
      style,
    };
    shapes.push(point.tier ? tierSymbol(anchor.x, anchor.y, point.tier, anchor.radius * 2, point.label) : disc);
    shapes.push({ ...words(spot.x, spot.y + spot.height / 2, point.label, { halo: true }), z: 4 });
  }
  shapes.push(...legend(chart.data.key ?? [], left, top + height));
  return sheet(shapes, top + height + MARGIN.bottom);
}
