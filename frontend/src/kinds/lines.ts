/** Values over years: one line a series, labelled at its end; a forecast is dashed and its points are hollow. */
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

function marks(line: Line, colour: string): object {
  return {
    type: "scatter",
    name: line.name,
    z: 3,
    symbolSize: 8,
    data: line.points.map((point) => ({
      value: [point.x, point.y],
      tip: `${line.name}\n${point.x}  ${point.text ?? point.y}`,
      itemStyle: { color: point.forecast ? ink.paper : colour, borderColor: colour, borderWidth: 2, opacity: 1 },
    })),
  };
}

/** The values beside their points and the names at the ends of the lines, none on another. */
function labels(
  series: Line[],
  room: number,
  bounds: Box,
  x: (v: number) => number,
  y: (v: number) => number,
): Shape[] {
  const texts: { lines: string[]; anchor: Anchor; colour: string; bold: boolean }[] = [];
  for (const line of series) {
    const colour = colourOf(series, line);
    for (const point of line.points.filter((one) => one.text)) {
      const text = point.text ?? "";
      texts.push({
        lines: [text],
        colour,
        bold: false,
        anchor: { x: x(point.x), y: y(point.y), width: widthOf(text), height: heightOf(1), radius: 6 },
      });
    }
  }
  const values = place(
    texts.map((one) => one.anchor),
    bounds,
    { directions: BESIDE },
  );
  const shapes = values.map((spot, i) => {
    const text = texts[i];
    return {
      ...words(spot.x, spot.y + spot.height / 2, text?.lines ?? [], { fill: text?.colour ?? ink.text, halo: true }),
      z: 4,
    };
  });
  let lowest = -Infinity;
  const latest = Math.max(...series.map((line) => line.points[line.points.length - 1]?.x ?? 0));
  const ends = series
    .map((line) => ({ line, last: line.points[line.points.length - 1] }))
    .sort((a, b) => y(a.last?.y ?? 0) - y(b.last?.y ?? 0));
  for (const { line, last } of ends) {
    if (!last) continue;
    const lines = balance(line.name, room, type.chart, true);
    const height = heightOf(lines.length);
    const aside = last.x < latest ? height / 2 + 8 : 0; // other lines go on to the right of this end
    const middle = Math.max(y(last.y) + aside, lowest + height / 2);
    lowest = middle + height / 2 + 2;
    const away = widthOf(last.text ?? "") / 2 + 12;
    shapes.push({
      ...words(x(last.x) + away, middle, lines, { bold: true, fill: colourOf(series, line), halo: true }),
      z: 4,
    });
  }
  return shapes;
}

function valueScale(values: number[], log: boolean): Scale {
  if (!log) return roundScale(values, 5, true);
  const powers = values.filter((value) => value > 0).map(Math.log10);
  return { minimum: 10 ** Math.floor(Math.min(...powers)), maximum: 10 ** Math.ceil(Math.max(...powers)), step: 10 };
}

export function lines(chart: Chart<LinesData>): Drawing {
  const { series, axis } = chart.data;
  const log = Boolean(chart.data.log);
  const room = Math.min(
    chart.width * 0.24,
    widest(
      series.map((one) => one.name),
      type.chart,
      true,
    ),
  );
  const height = chart.height ?? HEIGHT;
  const years = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b);
  const span = { minimum: years[0] ?? 0, maximum: years[years.length - 1] ?? 1 };
  const lastTexts = widest(series.map((one) => one.points[one.points.length - 1]?.text ?? "")) / 2;
  const top = headroom(chart) + (axis ? heightOf(1) : 0) + 18;
  const right = Math.ceil(room + lastTexts + 16);
  const scale = valueScale(
    series.flatMap((one) => one.points.map((point) => point.y)),
    log,
  );
  const x = linear(span, LEFT, chart.width - right);
  const up = linear(
    log ? { minimum: Math.log10(scale.minimum), maximum: Math.log10(scale.maximum) } : scale,
    height - BOTTOM,
    top,
  );
  const y = (value: number): number => up(log ? Math.log10(value) : value);
  const bounds = { x: LEFT + 2, y: 0, width: chart.width - LEFT, height: height - BOTTOM - 2 };
  return {
    height,
    option: {
      grid: { left: LEFT, right, top, bottom: BOTTOM },
      xAxis: {
        type: "value",
        min: span.minimum,
        max: span.maximum,
        interval: Math.max(
          1,
          Math.ceil((span.maximum - span.minimum) / Math.max(2, (chart.width - right - LEFT) / 60)),
        ),
        axisLabel: { formatter: (value: number) => String(Math.round(value)), color: ink.soft, fontSize: type.chart },
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
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: ink.hair } },
      },
      series: series.flatMap((one) => [
        ...strokes(one.points, colourOf(series, one)),
        marks(one, colourOf(series, one)),
      ]) as never,
      graphic: [
        ...(axis ? [words(0, headroom(chart) + heightOf(1) / 2, axis, { size: type.small, fill: ink.soft })] : []),
        ...labels(series, room, bounds, x, y),
      ] as never,
    },
  };
}
