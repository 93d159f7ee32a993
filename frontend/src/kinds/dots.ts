/** A unit's place in each pillar: the range of all, the medians of all and of its tier, and the unit's own value. */
import type { Chart, Drawing } from "../chart";
import { ink, type } from "../looks";
import { box, headroom, labelColumn, rule, sheet, tierSymbol, words, type Shape } from "../parts";
import { linear } from "../scale";
import { balance, heightOf, widest, widthOf } from "../text";
import { word } from "../words";

interface DotsRow {
  label: string;
  minimum: number;
  maximum: number;
  median: number | null;
  tier_median?: number | null;
  value: number | null;
  text: string;
}

export interface DotsData {
  rows: DotsRow[];
  tier?: number | null;
  /** Name of the unit, for the key. */
  unit?: string;
}

const TRACK = 6;

function foot(chart: Chart<DotsData>, y: number): { shapes: Shape[]; height: number } {
  const size = type.small;
  const shapes: Shape[] = [];
  let [x, line] = [0, y + heightOf(1, size) / 2];
  const withTier = chart.data.rows.some((row) => row.tier_median != null);
  const items: [string, (x: number, y: number) => Shape][] = [
    [chart.data.unit ?? word(chart, "thisUnit"), (a, b) => tierSymbol(a + 7, b, chart.data.tier, 10)],
    [word(chart, "median"), (a, b) => rule(a + 7, b - 7, a + 7, b + 7, { stroke: ink.text, lineWidth: 2 })],
    ...(withTier
      ? [
          [word(chart, "tierMedian"), (a: number, b: number) => tierTick(a + 7, b)] as [
            string,
            (x: number, y: number) => Shape,
          ],
        ]
      : []),
    [word(chart, "range"), (a, b) => box(a, b - TRACK / 2, 14, TRACK, { fill: ink.hair })],
  ];
  for (const [label, symbol] of items) {
    const length = 20 + widthOf(label, size) + 14;
    if (x > 0 && x + length - 14 > chart.width) [x, line] = [0, line + heightOf(1, size) + 2];
    shapes.push(symbol(x, line), words(x + 20, line, label, { size, fill: ink.soft }));
    x += length;
  }
  return { shapes, height: line + heightOf(1, size) / 2 - y + 2 };
}

/** The median of the tier is a hollow tick, so that it is not taken for the median of all. */
function tierTick(x: number, y: number): Shape {
  return box(x - 2.5, y - 7, 5, 14, { fill: ink.paper, stroke: ink.soft, lineWidth: 1.2 });
}

export function dots(chart: Chart<DotsData>): Drawing {
  const { rows, tier } = chart.data;
  const column = labelColumn(
    rows.map((row) => row.label),
    chart.width,
    0.34,
  );
  const labels = rows.map((row) => balance(row.label, column));
  const rowHeight = Math.max(28, heightOf(Math.max(...labels.map((one) => one.length), 1)) + 6);
  const texts = widest(
    rows.map((row) => row.text),
    type.chart,
    true,
  );
  const [left, right] = [column + 18, chart.width - texts - 18];
  const top = headroom(chart);
  const shapes: Shape[] = [];
  for (const [i, row] of rows.entries()) {
    const y = top + (i + 0.5) * rowHeight;
    const x = linear(row, left, right);
    shapes.push(words(column, y, labels[i] ?? row.label, { align: "right" }));
    shapes.push(box(left, y - TRACK / 2, right - left, TRACK, { fill: ink.hair }));
    if (row.tier_median != null) shapes.push(tierTick(x(row.tier_median), y));
    if (row.median != null)
      shapes.push(rule(x(row.median), y - 8, x(row.median), y + 8, { stroke: ink.text, lineWidth: 2 }));
    if (row.value != null) shapes.push(tierSymbol(x(row.value), y, tier, 12, `${row.label}\n${row.text}`));
    shapes.push(words(chart.width - 2, y, row.text, { align: "right", bold: true }));
  }
  const end = foot(chart, top + rows.length * rowHeight + 6);
  return sheet([...shapes, ...end.shapes], top + rows.length * rowHeight + 6 + end.height);
}
