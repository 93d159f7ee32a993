/** How sure a value is: one or several intervals a row in pale ink, with the value itself and the middle on them. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, markSoft, ramp, type } from "../looks";
import { box, headroom, labelColumn, rule, sheet, tierSymbol, words, type Shape } from "../parts";
import { linear, roundScale, ticks } from "../scale";
import { balance, heightOf, widest, widthOf } from "../text";

interface Bar {
  low: number;
  high: number;
  /** The value itself, and the middle of what it may be. */
  value?: number | null;
  middle?: number | null;
  tier?: number | null;
  /** In words, at the end of the row. */
  text?: string;
}

interface IntervalsRow {
  label: string;
  /** One bar a series. */
  bars: Bar[];
  /** At the end of the row, where its only bar has no words of its own. */
  text?: string;
  /** A line across all bars of the row. */
  mark?: number | null;
}

export interface IntervalsData {
  rows: IntervalsRow[];
  series?: { name: string }[];
  /** Names of the tiers whose symbols stand for the values. */
  tiers?: string[];
  axis: string;
  minimum: number;
  maximum: number;
  /** What the value, the middle, the interval and the line are called. */
  key?: { value?: string; middle?: string; range?: string; mark?: string };
}

const THICK = 10;
const STEP = 18;

/** The look of the series with this position: from light to dark, so that they stay apart in greyscale. */
function shade(position: number): string {
  return ramp[Math.min(1 + 2 * position, ramp.length - 1)] ?? markSoft;
}

function dot(x: number, y: number, bar: Bar, solid: boolean, tip: string): Shape {
  if (bar.tier) return tierSymbol(x, y, bar.tier, 11, tip);
  const style = solid
    ? { fill: mark, stroke: ink.paper, lineWidth: 1 }
    : { fill: ink.paper, stroke: mark, lineWidth: 2 };
  return {
    type: "circle",
    shape: { cx: x, cy: y, r: 5 },
    style,
    z: 3,
    name: tip,
    tooltip: { formatter: tip },
  };
}

function tick(x: number, y: number, half = 8): Shape {
  return { ...rule(x, y - half, x, y + half, { stroke: ink.text, lineWidth: 2 }), z: 2 };
}

type Item = [string, (x: number, y: number) => Shape];

function items(data: IntervalsData): Item[] {
  const key = data.key ?? {};
  const valued = data.rows.some((row) => row.bars.some((bar) => bar.value != null));
  const series = data.series ?? [];
  const found: Item[] = series.map((one, i) => [
    one.name,
    (x, y) =>
      valued
        ? dot(x + 7, y, { low: 0, high: 0 }, i === series.length - 1, one.name)
        : box(x, y - THICK / 2, 14, THICK, { fill: shade(i) }),
  ]);
  for (const [i, name] of (data.tiers ?? []).entries()) found.push([name, (x, y) => tierSymbol(x + 7, y, i + 1, 11)]);
  if (key.value && !data.tiers?.length)
    found.push([key.value, (x, y) => dot(x + 7, y, { low: 0, high: 0 }, true, key.value ?? "")]);
  if (key.middle) found.push([key.middle, (x, y) => tick(x + 7, y)]);
  if (key.range) found.push([key.range, (x, y) => box(x, y - THICK / 2, 14, THICK, { fill: markSoft })]);
  if (key.mark) found.push([key.mark, (x, y) => tick(x + 7, y)]);
  return found;
}

/** The key at the top; returns its shapes and the height it takes. */
function legend(chart: Chart<IntervalsData>, top: number): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  const line = heightOf(1) + 4;
  let [x, y] = [0, top + line / 2];
  for (const [label, symbol] of items(chart.data)) {
    const length = 20 + widthOf(label) + 20;
    if (x > 0 && x + length - 20 > chart.width) [x, y] = [0, y + line];
    shapes.push(symbol(x, y), words(x + 20, y, label));
    x += length;
  }
  return { shapes, height: shapes.length ? y + line / 2 + 4 - top : 0 };
}

function drawBar(
  bar: Bar,
  series: number,
  last: boolean,
  x: (value: number) => number,
  y: number,
  tip: string,
): Shape[] {
  const valued = bar.value != null;
  const width = Math.max(x(bar.high) - x(bar.low), 2);
  const shapes: Shape[] = [
    box(x(bar.low), y - THICK / 2, width, THICK, { fill: valued ? markSoft : shade(series) }, tip),
  ];
  if (bar.middle != null) shapes.push(tick(x(bar.middle), y));
  if (bar.value != null) shapes.push(dot(x(bar.value), y, bar, last, tip));
  return shapes;
}

export function intervals(chart: Chart<IntervalsData>): Drawing {
  const { rows, axis, minimum, maximum } = chart.data;
  const column = labelColumn(
    rows.map((row) => row.label),
    chart.width,
    0.36,
  );
  const labels = rows.map((row) => balance(row.label, column));
  const bars = Math.max(...rows.map((row) => row.bars.length), 1);
  const rowHeight = Math.max(24, bars * STEP + 8, heightOf(Math.max(...labels.map((one) => one.length), 1)) + 4);
  const texts = rows.flatMap((row) => [row.text ?? "", ...row.bars.map((bar) => bar.text ?? "")]);
  const head = legend(chart, headroom(chart));
  const top = headroom(chart) + head.height + 2;
  const bottom = top + rows.length * rowHeight;
  const [left, right] = [column + 18, chart.width - widest(texts) - 22];
  const x = linear({ minimum, maximum }, left, right);
  const shapes: Shape[] = [...head.shapes];
  const scale = roundScale([minimum, maximum], 6);
  for (const at of new Set([minimum, ...ticks(scale), maximum].filter((one) => one >= minimum && one <= maximum))) {
    shapes.push(rule(x(at), top, x(at), bottom, { stroke: ink.hair }));
  }
  shapes.push(...scaleWords(scale, minimum, maximum, x, bottom));
  shapes.push(words(right, bottom + 28, axis, { size: type.small, fill: ink.soft, align: "right" }));
  for (const [i, row] of rows.entries()) {
    const middle = top + (i + 0.5) * rowHeight;
    shapes.push(words(column, middle, labels[i] ?? row.label, { align: "right" }));
    if (row.text !== undefined) shapes.push(words(chart.width - 2, middle, row.text, { align: "right" }));
    for (const [j, bar] of row.bars.entries()) {
      const y = middle + (j - (row.bars.length - 1) / 2) * STEP;
      const tip = `${row.label}\n${bar.text ?? row.text ?? ""}`;
      shapes.push(...drawBar(bar, j, j === row.bars.length - 1, x, y, tip));
      if (bar.text !== undefined)
        shapes.push(words(chart.width - 2, y, bar.text, { size: type.small, align: "right", fill: ink.soft }));
    }
    if (row.mark != null) shapes.push(tick(x(row.mark), middle, rowHeight / 2 - 3));
    if (i > 0) shapes.push(rule(0, top + i * rowHeight, chart.width, top + i * rowHeight, { stroke: ink.hair }));
  }
  return sheet(shapes, bottom + 38);
}

/** The numbers under the scale: its ends always, round ones where they do not come too near to an end. */
function scaleWords(
  scale: { minimum: number; maximum: number; step: number },
  minimum: number,
  maximum: number,
  x: (value: number) => number,
  bottom: number,
): Shape[] {
  const inner = ticks(scale).filter((at) => at > minimum && at < maximum);
  const room = 22;
  const kept = inner.filter((at) => x(at) - x(minimum) > room && x(maximum) - x(at) > room);
  return [minimum, ...kept, maximum].map((at) =>
    words(x(at), bottom + 12, String(Number(at.toFixed(2))), { size: type.small, fill: ink.soft, align: "center" }),
  );
}
