/** Parts of a whole as one bar of full length, each part labelled under it; a part the source does not print is hatched. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, inkOn, partColour, type } from "../looks";
import { box, hatch, headroom, rule, sheet, words, type Shape } from "../parts";
import { balance, heightOf, widest, widthOf } from "../text";

interface Part {
  label: string;
  value: number;
  text: string;
  emphasis?: boolean;
  /** The source does not print this part; its size is what is left. */
  missing?: boolean;
  /** Known only as a bound. */
  open?: boolean;
}

export interface SharesData {
  bars: { label?: string; note?: string; parts: Part[] }[];
  /** The whole: 100 where the values are shares. */
  total?: number;
}

const BAR = 30;
const LABEL = 132;
const STEP = 10;

interface Caption {
  lines: string[];
  x: number;
  row: number;
}

/**
 * Put the captions under their parts, the last part first. A caption that would touch one to its right, or cross the line that
 * leads to it, goes one row below that one.
 */
function captions(parts: Part[], starts: number[], pixels: number, width: number): Caption[] {
  const placed: Caption[] = [];
  for (const [i, part] of [...parts.entries()].reverse()) {
    const start = starts[i] ?? 0;
    const room = Math.max(part.value * pixels - 8, Math.min(LABEL, width - start - 6));
    const lines = balance(part.label, Math.max(room, 44), type.small + 1);
    const size = widest(lines, type.small + 1);
    const x = Math.max(0, Math.min(start + 2, width - size - 4));
    const rows = placed.filter((other) => other.x < x + size + STEP).map((other) => other.row);
    placed.unshift({ lines, x, row: Math.max(-1, ...rows) + 1 });
  }
  return placed;
}

function bar(parts: Part[], y: number, width: number, total: number, shapes: Shape[]): number {
  const pixels = width / total;
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.value, 0) * pixels);
  for (const [i, part] of parts.entries()) {
    const [x, length] = [starts[i] ?? 0, part.value * pixels];
    const fill = part.emphasis ? accent : partColour(i);
    const tip = `${part.label}\n${part.text}`;
    if (part.missing)
      shapes.push(
        box(x, y, length, BAR, { fill: ink.paper, stroke: ink.line, lineDash: [3, 2] }, tip),
        ...hatch(x, y, length, BAR),
      );
    else if (part.open)
      shapes.push(box(x, y, length - 1, BAR, { fill, opacity: 0.55, stroke: fill, lineDash: [4, 3] }, tip));
    else shapes.push(box(x, y, length - 1, BAR, { fill }, tip));
    const fits = length >= widthOf(part.text, type.chart, true) + 6;
    const colour = part.missing ? ink.soft : part.open ? ink.text : inkOn(fill);
    if (fits) shapes.push(words(x + length / 2, y + BAR / 2, part.text, { bold: true, fill: colour, align: "center" }));
  }
  const under = captions(
    parts.map((part, i) =>
      part.value * pixels >= widthOf(part.text, type.chart, true) + 6
        ? part
        : { ...part, label: `${part.text} ${parts[i]?.label ?? ""}` },
    ),
    starts,
    pixels,
    width,
  );
  const size = type.small + 1;
  const rows = Math.max(...under.map((one) => one.row), 0) + 1;
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(0, ...under.filter((one) => one.row === row).map((one) => heightOf(one.lines.length, size))),
  );
  for (const one of under) {
    const top = y + BAR + 5 + heights.slice(0, one.row).reduce((sum, height) => sum + height + 4, 0);
    if (one.row > 0) shapes.push(rule(one.x, y + BAR + 2, one.x, top + 2, { stroke: ink.line }));
    shapes.push(words(one.x + (one.row > 0 ? 4 : 0), top, one.lines, { size, vertical: "top" }));
  }
  return BAR + 5 + heights.reduce((sum, height) => sum + height + 4, 0);
}

export function shares(chart: Chart<SharesData>): Drawing {
  const shapes: Shape[] = [];
  let y = headroom(chart) + 2;
  for (const one of chart.data.bars) {
    if (one.label) {
      const lines = balance(one.label, chart.width * 0.75, type.chart, true);
      shapes.push(words(0, y, lines, { bold: true, vertical: "top" }));
      if (one.note)
        shapes.push(
          words(chart.width, y, one.note, { size: type.small, fill: ink.soft, align: "right", vertical: "top" }),
        );
      y += heightOf(lines.length) + 4;
    }
    y += bar(one.parts, y, chart.width, chart.data.total ?? 100, shapes) + 14;
  }
  return sheet(shapes, y - 10);
}
