/** Values over years: one line and one symbol a series, labelled at its end; a forecast is dashed, its points hollow. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, seriesColour, type } from "../looks";
import { headroom, words, type Shape } from "../parts";
import { place, type Anchor, type Box, type Directions } from "../placement";
import { linear, roundScale, type Scale } from "../scale";
import { balance, heightOf, widest, widthOf } from "../text";

interface Point {
  x: number;
  y: number;
  text?: string;
  /** The value without its unit of measure, for a narrow sheet. */
  short?: string;
  forecast?: boolean;
}

interface Line {
  name: string;
  points: Point[];
  emphasis?: boolean;
}

export interface LinesData {
  series: Line[];
  /** A logarithmic axis, said in the subtitle by whoever sets it. */
  log?: boolean;
  /** Words on the vertical axis: the unit of measure. */
  axis?: string;
}

const HEIGHT = 340;
/** Where a value stands to its point: above, else below, else beside it. */
const BESIDE: Directions = [
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
];
/** Where the name of a series stands to the end of its line. */
const AFTER: Directions = [
  [1, 0],
  [1, 1],
  [1, -1],
  [0, 1],
  [0, -1],
  [-1, 1],
  [-1, -1],
];
const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
/** On a narrower sheet the names stand within the plot instead of right of it. */
const NARROW = 520;
const BOTTOM = 30;
const LEFT = 52;

function colourOf(series: Line[], line: Line): string {
  return line.emphasis ? accent : seriesColour(series.indexOf(line));
}

/** The line in ink and, from the last observed point on, the dashed one. */
function strokes(points: Point[], colour: string): object[] {
  const firstForecast = points.findIndex((point) => point.forecast);
  const end = firstForecast < 0 ? points.length : firstForecast;
  const stroke = (part: Point[], dash: "solid" | "dashed"): object => ({
    type: "line",
    data: part.map((point) => [point.x, point.y]),
    showSymbol: false,
    silent: true,
    lineStyle: { color: colour, width: 2, type: dash },
  });
  const parts = [stroke(points.slice(0, end), "solid")];
  if (firstForecast >= 0) parts.push(stroke(points.slice(Math.max(0, end - 1)), "dashed"));
  return parts;
}

function marks(line: Line, colour: string, symbol: string): object {
  return {
    type: "scatter",
    name: line.name,
    z: 3,
    symbol,
    symbolSize: 8,
    data: line.points.map((point) => ({
      value: [point.x, point.y],
      tip: `${line.name}\n${point.x}  ${point.text ?? point.y}`,
      itemStyle: { color: point.forecast ? ink.paper : colour, borderColor: colour, borderWidth: 2, opacity: 1 },
    })),
  };
}

/** The value as words: with its unit of measure where there is room. */
function textOf(point: Point | undefined, chart: Chart<LinesData>): string {
  return (chart.width < NARROW ? point?.short : undefined) ?? point?.text ?? "";
}

/** Small boxes along a line, which no label may cover. */
function along(points: { x: number; y: number }[]): Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5));
    return Array.from({ length: steps + 1 }, (_, k) => ({
      x: from.x + ((to.x - from.x) * k) / steps - 2,
      y: from.y + ((to.y - from.y) * k) / steps - 2,
      width: 4,
      height: 4,
    }));
  });
}

interface Label {
  lines: string[];
  anchor: Anchor;
  colour: string;
  bold: boolean;
}

/** The labels where `directions` allow them, clear of the obstacles. */
function placed(texts: Label[], bounds: Box, directions: Directions, obstacles: Box[]): [Shape[], Box[]] {
  const spots = place(
    texts.map((one) => one.anchor),
    bounds,
    { directions, obstacles },
  );
  const shapes = spots.map((spot, i) => {
    const { lines, colour, bold } = texts[i] ?? { lines: [], colour: ink.text, bold: false };
    return { ...words(spot.x, spot.y + spot.height / 2, lines, { bold, fill: colour, halo: true }), z: 4 };
  });
  return [shapes, spots];
}

/** The values beside their points and the names at the ends of the lines, none on another or on a line. */
function labels(
  chart: Chart<LinesData>,
  room: number,
  bounds: Box,
  x: (v: number) => number,
  y: (v: number) => number,
): Shape[] {
  const { series } = chart.data;
  const at = (point: Point): { x: number; y: number } => ({ x: x(point.x), y: y(point.y) });
  const drawn = series.flatMap((line) => along(line.points.map(at)));
  const texts = series.flatMap((line) =>
    line.points.flatMap((point): Label[] => {
      const text = textOf(point, chart);
      if (!text) return [];
      const anchor = { ...at(point), width: widthOf(text), height: heightOf(1), radius: 6 };
      return [{ lines: [text], colour: colourOf(series, line), bold: false, anchor }];
    }),
  );
  texts.sort((one, other) => one.anchor.x - other.anchor.x); // the first has the least room
  const [values, taken] = placed(texts, bounds, BESIDE, drawn);
  const names = series.flatMap((line): Label[] => {
    const last = line.points[line.points.length - 1];
    if (!last) return [];
    const lines = balance(line.name, room, type.chart, true);
    const size = { width: widest(lines, type.chart, true), height: heightOf(lines.length) };
    return [{ lines, colour: colourOf(series, line), bold: true, anchor: { ...at(last), ...size, radius: 8 } }];
  });
  return [...values, ...placed(names, bounds, AFTER, [...drawn, ...taken])[0]];
}

/** The years named on the axis: all where there is room, else those with a value, from the last backwards. */
function namedYears(years: number[], pixelsPerYear: number): number[] {
  const [first, last] = [years[0] ?? 0, years[years.length - 1] ?? 0];
  const every = Array.from({ length: Math.round(last - first) + 1 }, (_, i) => first + i);
  if (pixelsPerYear >= 46) return every;
  const kept: number[] = [];
  for (const year of [...years].reverse())
    if (!kept.length || ((kept[kept.length - 1] ?? 0) - year) * pixelsPerYear >= 40) kept.push(year);
  return kept.reverse();
}

function valueScale(values: number[], log: boolean): Scale {
  if (!log) return roundScale(values, 5, true);
  const powers = values.filter((value) => value > 0).map(Math.log10);
  return { minimum: 10 ** Math.floor(Math.min(...powers)), maximum: 10 ** Math.ceil(Math.max(...powers)), step: 10 };
}

export function lines(chart: Chart<LinesData>): Drawing {
  const { series, axis } = chart.data;
  const log = Boolean(chart.data.log);
  const narrow = chart.width < NARROW;
  const room = Math.min(
    chart.width * (narrow ? 0.36 : 0.24),
    widest(
      series.map((one) => one.name),
      type.chart,
      true,
    ),
  );
  const height = chart.height ?? HEIGHT;
  const years = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b);
  const span = { minimum: years[0] ?? 0, maximum: years[years.length - 1] ?? 1 };
  const lastTexts = widest(series.map((one) => textOf(one.points[one.points.length - 1], chart))) / 2;
  const top = headroom(chart) + (axis ? heightOf(1) : 0) + 18;
  const firstTexts = widest(series.map((one) => textOf(one.points[0], chart))) / 2;
  const left = LEFT + Math.ceil(Math.min(firstTexts, chart.width * 0.12));
  const right = Math.ceil((narrow ? 0 : room) + lastTexts + 16);
  const scale = valueScale(
    series.flatMap((one) => one.points.map((point) => point.y)),
    log,
  );
  const x = linear(span, left, chart.width - right);
  const up = linear(
    log ? { minimum: Math.log10(scale.minimum), maximum: Math.log10(scale.maximum) } : scale,
    height - BOTTOM,
    top,
  );
  const y = (value: number): number => up(log ? Math.log10(value) : value);
  const bounds = { x: LEFT + 2, y: 0, width: chart.width - LEFT - 6, height: height - BOTTOM - 2 };
  return {
    height,
    option: {
      grid: { left, right, top, bottom: BOTTOM },
      xAxis: {
        type: "value",
        min: span.minimum,
        max: span.maximum,
        axisLabel: {
          customValues: namedYears(years, (x(span.maximum) - x(span.minimum)) / (span.maximum - span.minimum || 1)),
          formatter: (value: number) => String(Math.round(value)),
          color: ink.soft,
          fontSize: type.chart,
        },
        splitLine: { show: false },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.faint }, onZero: false },
      },
      yAxis: {
        type: log ? "log" : "value",
        min: scale.minimum,
        max: scale.maximum,
        ...(log ? {} : { interval: scale.step }),
        axisLabel: { color: ink.soft, fontSize: type.small },
        offset: left - LEFT,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: ink.hair } },
      },
      series: series.flatMap((one, i) => [
        ...strokes(one.points, colourOf(series, one)),
        marks(one, colourOf(series, one), SYMBOLS[i % SYMBOLS.length] ?? "circle"),
      ]) as never,
      graphic: [
        ...(axis ? [words(0, headroom(chart) + heightOf(1) / 2, axis, { size: type.small, fill: ink.soft })] : []),
        ...labels(chart, room, bounds, x, y),
      ] as never,
    },
  };
}
