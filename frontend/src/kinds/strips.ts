/** Small multiples: every value of an indicator on two strips, before and after, with the moved ones marked. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, mark, type } from "../looks";
import { headroom, rule, sheet, words, type Shape } from "../parts";
import { linear } from "../scale";
import { balance, heightOf, widest } from "../text";

interface StripPoint {
  before: number;
  after: number;
  moved?: boolean;
  label?: string;
}

interface StripEnds {
  minimum: number;
  maximum: number;
  /** The ends of the scale as they are written. */
  low: string;
  high: string;
}

interface Panel {
  label: string;
  /** What was moved, in words, under the label. */
  note?: string;
  points: StripPoint[];
  before: StripEnds;
  after: StripEnds;
  /** Whether both strips are on one scale, so that a line may lead from a point to where it was moved. */
  linked?: boolean;
}

export interface StripsData {
  panels: Panel[];
  before: string;
  after: string;
}

const GAP = 36;
const LEAST = 330;
const STRIP = 22;
const BETWEEN = 20;

function point(x: number, y: number, moved: boolean, tip: string): Shape {
  const style = moved ? { fill: accent, stroke: ink.paper, lineWidth: 1 } : { fill: mark, opacity: 0.45 };
  return {
    type: "circle",
    shape: { cx: x, cy: y, r: moved ? 5.5 : 4.5 },
    style,
    z: moved ? 4 : 3,
    name: tip,
    tooltip: { formatter: tip },
  };
}

function strip(panel: Panel, side: "before" | "after", left: number, right: number, y: number): Shape[] {
  const ends = panel[side];
  const x = linear(ends, left, right);
  const soft = { size: type.small, fill: ink.soft, vertical: "top" as const };
  return [
    rule(left - 6, y, right + 6, y, { stroke: ink.line }),
    ...panel.points.map((one) => point(x(one[side]), y, Boolean(one.moved), `${one.label ?? ""}\n${one[side]}`.trim())),
    words(left - 6, y + 8, ends.low, soft),
    words(right + 6, y + 8, ends.high, { ...soft, align: "right" }),
  ];
}

/** The lines from where moved points were to where they are. */
function links(panel: Panel, left: number, right: number, top: number, bottom: number): Shape[] {
  if (!panel.linked) return [];
  const [from, to] = [linear(panel.before, left, right), linear(panel.after, left, right)];
  return panel.points
    .filter((one) => one.moved)
    .map((one) => rule(from(one.before), top, to(one.after), bottom, { stroke: accent, lineWidth: 1.5, z: 2 }));
}

export function strips(chart: Chart<StripsData>): Drawing {
  const { panels, before, after } = chart.data;
  const columns = Math.max(1, Math.min(panels.length, Math.floor((chart.width + GAP) / (LEAST + GAP))));
  const wide = (chart.width - GAP * (columns - 1)) / columns;
  const column = widest([before, after], type.small);
  const shapes: Shape[] = [];
  let y = headroom(chart);
  for (let first = 0; first < panels.length; first += columns) {
    const line = panels.slice(first, first + columns);
    const labels = line.map((panel) => balance(panel.label, wide, type.chart, true));
    const notes = line.map((panel) => (panel.note ? balance(panel.note, wide, type.small) : []));
    const head = Math.max(
      ...line.map((_, i) => heightOf(labels[i]?.length ?? 1) + heightOf(notes[i]?.length ?? 0, type.small)),
    );
    for (const [i, panel] of line.entries()) {
      const start = i * (wide + GAP);
      const [left, right] = [start + column + 18, start + wide - 8];
      const [top, bottom] = [y + head + 6 + STRIP / 2, y + head + 6 + STRIP * 1.5 + BETWEEN];
      const soft = { size: type.small, fill: ink.soft };
      shapes.push(words(start, y, labels[i] ?? panel.label, { bold: true, vertical: "top" }));
      shapes.push(
        words(start, y + heightOf(labels[i]?.length ?? 1), notes[i] ?? "", { ...soft, fill: accent, vertical: "top" }),
      );
      shapes.push(words(start, top, before, soft), words(start, bottom, after, soft));
      shapes.push(...links(panel, left, right, top, bottom));
      shapes.push(...strip(panel, "before", left, right, top), ...strip(panel, "after", left, right, bottom));
    }
    y += head + 6 + STRIP * 2 + BETWEEN + 24;
  }
  return sheet(shapes, y);
}
