/** A table whose cells are shaded by value and say it in words; kinds of missing stay apart. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, inkOn, rampColour, type } from "../looks";
import { box, hatch, headroom, labelColumn, rule, sheet, words, type Shape } from "../parts";
import { balance, heightOf, widest, widthOf } from "../text";

interface Cell {
  value: number | null;
  text: string;
  /** A kind of missing: `not_asked`, `not_answered`, `not_applicable`, `none` or `refers_elsewhere`. */
  missing?: string | null;
  /** Framed, to stand out among the others. */
  outlined?: boolean;
}

interface Heading {
  label: string;
  /** A last column or row of sums is set apart and not shaded. */
  sum?: boolean;
}

export interface HeatData {
  rows: Heading[];
  columns: Heading[];
  /** One list a row. */
  cells: Cell[][];
  /** The ends of the ramp; where absent, zero and the greatest value. */
  minimum?: number;
  maximum?: number;
  /** What the looks of missing cells mean, for the foot. */
  key?: { missing: string; label: string }[];
}

const GAP = 2;

/** How each kind of missing looks: hatched when nobody knows, plain when it is known that there is nothing. */
function missingCell(x: number, y: number, width: number, height: number, missing: string): Shape[] {
  const plain = box(x, y, width, height, { fill: ink.paper, stroke: ink.hair });
  if (missing === "outlined") return [frame(x, y, width, height)];
  if (missing === "none") return [box(x, y, width, height, { fill: ink.pale })];
  if (missing === "refers_elsewhere")
    return [box(x, y, width, height, { fill: ink.paper, stroke: ink.faint, lineDash: [3, 2] })];
  if (missing === "not_applicable") return [plain, rule(x, y + height, x + width, y, { stroke: ink.line })];
  return missing === "not_answered" ? [plain, ...hatch(x, y, width, height)] : [plain];
}

function frame(x: number, y: number, width: number, height: number): Shape {
  return { ...box(x + 1, y + 1, width - 2, height - 2, { fill: "none", stroke: accent, lineWidth: 2 }), z: 3 };
}

function foot(
  items: { missing: string; label: string }[],
  y: number,
  width: number,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let [x, line] = [0, y + 10];
  for (const item of items) {
    const length = 30 + widthOf(item.label, type.small) + 18;
    if (x > 0 && x + length > width) [x, line] = [0, line + 20];
    shapes.push(
      ...missingCell(x, line - 6, 22, 12, item.missing),
      words(x + 30, line, item.label, { size: type.small, fill: ink.soft }),
    );
    x += length;
  }
  return { shapes, height: items.length ? line + 10 - y : 0 };
}

function draw(
  cell: Cell,
  lines: string[],
  x: number,
  y: number,
  width: number,
  height: number,
  share: number | null,
): Shape[] {
  const centre = { size: type.small, align: "center" as const };
  const text = words(x + width / 2, y + height / 2, lines, centre);
  if (cell.missing)
    return [
      ...missingCell(x, y, width, height, cell.missing),
      words(x + width / 2, y + height / 2, lines, { ...centre, fill: ink.soft }),
    ];
  if (share === null) return [words(x + width / 2, y + height / 2, lines, { ...centre, size: type.chart, bold: true })];
  const fill = rampColour(share);
  return [
    box(x, y, width, height, { fill }, lines.join(" ")),
    { ...text, style: { ...(text.style as object), fill: inkOn(fill) } },
  ];
}

/** Widths of the columns: each has room for its longest word before what is left is shared out evenly. */
function columnWidths(data: HeatData, room: number): number[] {
  const words = (text: string): string[] =>
    text.split(/[\s\n]+/).flatMap((word) => (/[\u2e80-\u9fff]/.test(word) ? word.slice(0, 2) : word));
  const needs = data.columns.map((column, j) => {
    const head = widest(words(column.label), type.small, true);
    return Math.max(head, ...data.cells.map((line) => widest(words(line[j]?.text ?? ""), type.small))) + 10;
  });
  const total = needs.reduce((sum, need) => sum + need, 0);
  const even = room / needs.length;
  if (Math.max(...needs) <= even) return needs.map(() => even);
  return needs.map((need) => (total <= room ? need + (room - total) / needs.length : (need * room) / total));
}

export function heat(chart: Chart<HeatData>): Drawing {
  const { rows, columns, cells } = chart.data;
  const column = labelColumn(
    rows.map((row) => row.label),
    chart.width,
    0.24,
  );
  const left = column + 10;
  const widths = columnWidths(chart.data, chart.width - left);
  const starts = widths.map((_, j) => left + widths.slice(0, j).reduce((sum, width) => sum + width, 0));
  const heads = columns.map((one, j) => balance(one.label, (widths[j] ?? 0) - 6, type.small, true));
  const labels = rows.map((row) => balance(row.label, column));
  const texts = cells.map((line) => line.map((cell, j) => balance(cell.text, (widths[j] ?? 0) - 8, type.small)));
  const top = headroom(chart) + heightOf(Math.max(...heads.map((one) => one.length), 1), type.small) + 8;
  const numbers = cells.flatMap((line, i) =>
    line.flatMap((cell, j) => (cell.value === null || columns[j]?.sum || rows[i]?.sum ? [] : [cell.value])),
  );
  const [low, high] = [chart.data.minimum ?? 0, chart.data.maximum ?? Math.max(...numbers, 0)];
  const shapes: Shape[] = heads.map((head, j) =>
    words((starts[j] ?? 0) + (widths[j] ?? 0) / 2, top - 6, head, {
      size: type.small,
      bold: true,
      align: "center",
      vertical: "bottom",
    }),
  );
  let y = top;
  for (const [i, row] of rows.entries()) {
    const most = Math.max(...(texts[i] ?? []).map((lines) => lines.length), 1);
    const height = Math.max(26, heightOf(most, type.small) + 8, heightOf(labels[i]?.length ?? 1) + 6);
    shapes.push(words(column, y + height / 2, labels[i] ?? row.label, { align: "right", bold: Boolean(row.sum) }));
    for (const [j, cell] of (cells[i] ?? []).entries()) {
      const sum = Boolean(row.sum ?? false) || Boolean(columns[j]?.sum);
      const share = sum || cell.value === null ? null : (cell.value - low) / ((high - low) * 1.0001 || 1);
      shapes.push(
        ...draw(
          cell,
          texts[i]?.[j] ?? [cell.text],
          (starts[j] ?? 0) + GAP / 2,
          y + GAP / 2,
          (widths[j] ?? 0) - GAP,
          height - GAP,
          share,
        ),
      );
      if (cell.outlined)
        shapes.push(frame((starts[j] ?? 0) + GAP / 2, y + GAP / 2, (widths[j] ?? 0) - GAP, height - GAP));
    }
    y += height;
  }
  const end = foot(chart.data.key ?? [], y + 6, chart.width);
  return sheet([...shapes, ...end.shapes], y + 6 + end.height);
}
