/** Every unit's score on one scale, in bands of tiers divided by the cut-offs. */
import type { Chart, Drawing } from "../chart";
import { ink, tiers, type } from "../looks";
import { box, headroom, labelColumn, rule, sheet, tierSymbol, words, type Shape } from "../parts";
import { linear, roundScale, ticks } from "../scale";
import { balance, heightOf, widest } from "../text";

interface ScorePoint {
  label: string;
  value: number;
  text: string;
  tier?: number | null;
  emphasis?: boolean;
}

export interface ScoreLineData {
  points: ScorePoint[];
  /** From this value on a unit belongs to the better tier. */
  cutoffs: { value: number; label: string }[];
}

export function scoreLine(chart: Chart<ScoreLineData>): Drawing {
  const { points, cutoffs } = chart.data;
  const column = labelColumn(
    points.map((point) => point.label),
    chart.width,
    0.4,
  );
  const labels = points.map((point) => balance(point.label, column, type.chart, point.emphasis));
  const rowHeight = Math.max(23, heightOf(Math.max(...labels.map((one) => one.length), 1)) + 3);
  const step = heightOf(1, type.small) + 1;
  const top = headroom(chart) + cutoffs.length * step + 6;
  const bottom = top + points.length * rowHeight;
  const left = column + 16;
  const right = chart.width - widest(points.map((point) => point.text)) - 16;
  const scale = roundScale([...points.map((point) => point.value), ...cutoffs.map((cutoff) => cutoff.value)], 5);
  const x = linear(scale, left, right);
  const shapes: Shape[] = [];
  for (const [i, point] of points.entries()) {
    if (point.tier)
      shapes.push(
        box(0, top + i * rowHeight, chart.width, rowHeight, { fill: tiers[point.tier - 1]?.pale ?? ink.pale }),
      );
  }
  for (const tick of ticks(scale)) {
    shapes.push(rule(x(tick), top, x(tick), bottom, { stroke: ink.paper }));
    shapes.push(words(x(tick), bottom + 13, String(tick), { size: type.small, fill: ink.soft, align: "center" }));
  }
  for (const [i, cutoff] of [...cutoffs].sort((a, b) => b.value - a.value).entries()) {
    const label = headroom(chart) + (i + 0.5) * step;
    shapes.push(
      rule(x(cutoff.value), label + step / 2, x(cutoff.value), bottom, { stroke: ink.soft, lineDash: [4, 3] }),
    );
    shapes.push(words(x(cutoff.value), label, cutoff.label, { size: type.small, fill: ink.soft, align: "center" }));
  }
  for (const [i, point] of points.entries()) {
    const y = top + (i + 0.5) * rowHeight;
    shapes.push(rule(left, y, right, y, { stroke: ink.line }));
    shapes.push(tierSymbol(x(point.value), y, point.tier, 11, `${point.label}\n${point.text}`));
    shapes.push(words(left - 10, y, labels[i] ?? point.label, { align: "right", bold: Boolean(point.emphasis) }));
    shapes.push(words(chart.width - 6, y, point.text, { align: "right", bold: Boolean(point.emphasis) }));
  }
  return sheet(shapes, bottom + 24);
}
