/** Small radars on one scale, one a unit. A few have their axes named each; for many, one radar in front names them for all. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, tierColour, type } from "../looks";
import { headroom, key, words, type Shape } from "../parts";
import { coordinates, profileSeries, type Axis } from "../radar_parts";
import { balance, heightOf, widest } from "../text";
import { word } from "../words";

interface Unit {
  name: string;
  values: (number | null)[];
  median: (number | null)[];
  tier?: number | null;
  /** A word under the name, for example the total. */
  text?: string;
}

export interface RadarMultiplesData {
  axes: Axis[];
  units: Unit[];
  /** What the dashed line is, where it is not the median of all. */
  median_label?: string;
}

/** Where every radar stands, and how large it is. */
interface Layout {
  columns: number;
  cell: number;
  radius: number;
  /** Room for the names of the axes above and below each radar; none where a radar in front names them. */
  margin: number;
  /** Cells taken by the radar that names the axes. */
  front: number;
  labelWidth: number;
}

const RADII = [50, 74] as const;
/** From this number of units on, and on any narrow sheet, the axes are named once. */
const MANY = 7;
const WIDE = 600;
const MOST_COLUMNS = 6;
const LEAST_CELL = 108;
const SIZE = type.small;

function layOut(axes: Axis[], count: number, width: number): Layout {
  const longestWord = widest(
    axes.flatMap((axis) => axis.label.split(" ")),
    SIZE,
  );
  const labelWidth = Math.ceil(Math.max(34, Math.min(72, longestWord)) + 1);
  const most = Math.min(MOST_COLUMNS, Math.floor(width / LEAST_CELL));
  if (most > 2 && (count >= MANY || (count > 1 && width < WIDE))) {
    const rows = Math.ceil((count + 2) / most);
    const columns = Math.ceil((count + 2) / rows);
    return {
      columns,
      cell: width / columns,
      radius: Math.min(RADII[1], width / columns / 2 - 10),
      margin: 0,
      front: 2,
      labelWidth,
    };
  }
  const fits = [4, 3, 2].find((columns) => width / columns / 2 - labelWidth - 14 >= RADII[0]) ?? 1;
  const columns = Math.min(count, fits);
  const lines = Math.max(...axes.map((axis) => balance(axis.label, labelWidth, SIZE).length));
  return {
    columns,
    cell: width / columns,
    radius: Math.min(RADII[1], width / columns / 2 - labelWidth - 14),
    margin: heightOf(lines, SIZE) + 8,
    front: 0,
    labelWidth,
  };
}

/** The name of a unit and the word under it, standing on the line `bottom`. */
function caption(unit: Unit, names: string[], size: number, x: number, bottom: number): Shape[] {
  const text = unit.text
    ? [words(x, bottom - heightOf(1, SIZE) / 2, unit.text, { size: SIZE, fill: ink.soft, align: "center" })]
    : [];
  const foot = bottom - (unit.text ? heightOf(1, SIZE) : 0);
  return [words(x, foot, names, { size, bold: true, align: "center", vertical: "bottom" }), ...text];
}

export function radarMultiples(chart: Chart<RadarMultiplesData>): Drawing {
  const { axes, units } = chart.data;
  const layout = layOut(axes, units.length, chart.width);
  const { columns, cell, radius, margin, front, labelWidth } = layout;
  const medianLabel = chart.data.median_label ?? word(chart, "median");
  const legend = key(
    [{ label: medianLabel, colour: ink.soft, line: true, dashed: true }],
    0,
    chart.width,
    headroom(chart),
  );
  const top = headroom(chart) + legend.height;
  const size = front ? SIZE + 1 : type.chart;
  const names = units.map((unit) => balance(unit.name, cell - 12, size, true));
  const head =
    heightOf(Math.max(...names.map((one) => one.length), 1), size) +
    (units.some((unit) => unit.text) ? heightOf(1, SIZE) : 0);
  const cellHeight = head + 2 * (margin + radius) + 26;
  const shapes: Shape[] = [...legend.shapes];
  const centres = units.map((unit, i): [number, number] => {
    const place = i + front;
    const [x, y] = [(place % columns) * cell + cell / 2, top + Math.floor(place / columns) * cellHeight];
    shapes.push(...caption(unit, names[i] ?? [unit.name], size, x, y + head));
    return [x, y + head + 8 + margin + radius];
  });
  const label = { size: SIZE, width: labelWidth };
  const systems = centres.map((centre) => coordinates(axes, centre, radius, front ? null : label));
  const median = { colour: ink.soft, dash: [3, 2], fill: 0, width: 1.2 };
  const series = units.flatMap((unit, i) => [
    profileSeries(i, unit.median, medianLabel, median),
    profileSeries(i, unit.values, unit.name, {
      colour: unit.tier ? tierColour(unit.tier) : mark,
      dash: "solid",
      fill: 0.12,
    }),
  ]);
  if (front) {
    const small = Math.min(radius * 0.75, cell - labelWidth - 20);
    systems.push(coordinates(axes, [cell, top + head + 8 + radius], small, label));
    series.push(profileSeries(units.length, units[0]?.median ?? [], medianLabel, median));
  }
  return {
    height: top + Math.ceil((units.length + front) / columns) * cellHeight,
    option: { radar: systems as never, series: series as never, graphic: shapes as never },
  };
}
