/** Two orders of the same units side by side; the units whose place changed stand out. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, mark, type } from "../looks";
import { headroom, rule, sheet, words, type Shape } from "../parts";
import { balance, heightOf, widest } from "../text";

interface SlopeRow {
  label: string;
  /** Rank on either side, 1 being the best; null where the unit is not ranked. */
  left: number | null;
  right: number | null;
  left_text?: string;
  right_text?: string;
  emphasis?: boolean;
}

export interface SlopeData {
  left: string;
  right: string;
  rows: SlopeRow[];
}

function order(rows: SlopeRow[], side: "left" | "right"): Map<SlopeRow, number> {
  const ranked = rows
    .filter((row) => row[side] !== null)
    .sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0) || rows.indexOf(a) - rows.indexOf(b));
  return new Map(ranked.map((row, i) => [row, i]));
}

function look(row: SlopeRow): { colour: string; width: number; changed: boolean } {
  if (row.left === row.right) return { colour: ink.line, width: 1, changed: false };
  const rises = (row.left ?? Infinity) > (row.right ?? Infinity);
  return { colour: rises ? mark : accent, width: row.emphasis ? 3 : 1.8, changed: true };
}

export function slope(chart: Chart<SlopeData>): Drawing {
  const { rows } = chart.data;
  const numbers = Math.max(
    widest(rows.map((row) => row.left_text ?? String(row.left ?? ""))),
    widest(rows.map((row) => row.right_text ?? String(row.right ?? ""))),
  );
  const column = Math.min(
    widest(
      rows.map((row) => row.label),
      type.chart,
      true,
    ),
    chart.width * 0.36 - numbers - 18,
  );
  const labels = rows.map((row) => balance(row.label, column, type.chart, row.emphasis));
  const rowHeight = Math.max(22, heightOf(Math.max(...labels.map((one) => one.length), 1)) + 3);
  const [leftEnd, rightStart] = [column + numbers + 18, chart.width - column - numbers - 18];
  const top = headroom(chart) + heightOf(1) + 8;
  const shapes: Shape[] = [
    words(leftEnd, top - heightOf(1) / 2 - 4, chart.data.left, { bold: true, align: "right" }),
    words(rightStart, top - heightOf(1) / 2 - 4, chart.data.right, { bold: true }),
  ];
  const [left, right] = [order(rows, "left"), order(rows, "right")];
  const y = (position: number): number => top + (position + 0.5) * rowHeight;
  for (const [i, row] of rows.entries()) {
    const [from, to] = [left.get(row), right.get(row)];
    const { colour, width, changed } = look(row);
    const style = { fill: changed ? ink.text : ink.soft, bold: Boolean(row.emphasis) };
    if (from !== undefined) {
      shapes.push(words(leftEnd - numbers - 10, y(from), labels[i] ?? row.label, { ...style, align: "right" }));
      shapes.push(words(leftEnd, y(from), row.left_text ?? String(row.left), { ...style, align: "right" }));
    }
    if (to !== undefined) {
      shapes.push(words(rightStart, y(to), row.right_text ?? String(row.right), style));
      shapes.push(words(rightStart + numbers + 10, y(to), labels[i] ?? row.label, style));
    }
    if (from === undefined || to === undefined) continue;
    shapes.push({
      ...rule(leftEnd + 8, y(from), rightStart - 8, y(to), { stroke: colour, lineWidth: width }),
      z: changed ? 2 : 1,
    });
  }
  return sheet(shapes, top + rows.length * rowHeight + 4);
}
