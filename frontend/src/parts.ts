/** Drawn parts that several kinds share: plain shapes on the sheet, keys, symbols. */
import type { Chart, Drawing } from "./chart";
import { ink, mark, sizes, tiers, type } from "./looks";
import { balance, font, heightOf, widest } from "./text";
import { word } from "./words";

/** A shape of the graphic component. Kept loose: its own type is a union of every shape there is. */
export type Shape = Record<string, unknown>;

interface TextStyle {
  size?: number;
  bold?: boolean;
  fill?: string;
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  /** A rim of paper, for text that may lie on lines. */
  halo?: boolean;
}

/** One or more lines of text at a point. */
export function words(x: number, y: number, text: string | readonly string[], style: TextStyle = {}): Shape {
  const size = style.size ?? type.chart;
  return {
    type: "text",
    x,
    y,
    silent: true,
    style: {
      text: typeof text === "string" ? text : text.join("\n"),
      font: font(size, style.bold),
      lineHeight: size * type.line,
      fill: style.fill ?? ink.text,
      align: style.align ?? "left",
      verticalAlign: style.vertical ?? "middle",
      ...(style.halo ? { stroke: ink.paper, lineWidth: 3 } : {}),
    },
  };
}

/** A filled rectangle; `tip` is what a reader sees who points at it. */
export function box(x: number, y: number, width: number, height: number, style: Shape, tip?: string): Shape {
  return { type: "rect", shape: { x, y, width, height }, style, ...hint(tip) };
}

/** A straight line. */
export function rule(x1: number, y1: number, x2: number, y2: number, style: Shape = {}): Shape {
  return { type: "line", silent: true, shape: { x1, y1, x2, y2 }, style: { stroke: ink.line, lineWidth: 1, ...style } };
}

/** A line through several points. */
export function path(points: [number, number][], style: Shape = {}): Shape {
  return {
    type: "polyline",
    silent: true,
    shape: { points },
    style: { stroke: ink.line, fill: "none", lineWidth: 1, ...style },
  };
}

function hint(tip: string | undefined): Shape {
  return tip === undefined ? { silent: true } : { name: tip, tooltip: { formatter: tip } };
}

/** The symbol of a tier: shape and colour, so that colour is never alone. */
export function tierSymbol(
  x: number,
  y: number,
  tier: number | null | undefined,
  size: number = sizes.symbol,
  tip?: string,
): Shape {
  const look = tier ? tiers[tier - 1] : undefined;
  const style = { fill: look?.colour ?? mark, stroke: ink.paper, lineWidth: 1 };
  const radius = size / 2;
  if (look?.shape === "triangle") {
    const points = [
      [x, y - radius * 1.15],
      [x + radius * 1.15, y + radius * 0.9],
      [x - radius * 1.15, y + radius * 0.9],
    ];
    return { type: "polygon", shape: { points }, style, z: 3, ...hint(tip) };
  }
  if (look?.shape === "square")
    return { ...box(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, style, tip), z: 3 };
  return { type: "circle", shape: { cx: x, cy: y, r: radius }, style, z: 3, ...hint(tip) };
}

export interface KeyItem {
  label: string;
  colour: string;
  /** Dashed as the mark it stands for: the lengths of its dashes where these matter. */
  dashed?: boolean | number[];
  line?: boolean;
  tier?: number;
}

/** A key on one or more lines at the top of the sheet; returns its shapes and the height it takes. */
export function key(
  items: readonly KeyItem[],
  left: number,
  width: number,
  top = 0,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  const line = heightOf(1);
  let [x, y, deepest] = [left, top + 2, 0];
  for (const item of items) {
    const label = balance(item.label, width - 20);
    const length = 20 + widest(label) + 20;
    if (x > left && x + length - 20 > left + width) [x, y, deepest] = [left, y + deepest, 0];
    deepest = Math.max(deepest, heightOf(label.length) + 4);
    const middle = y + line / 2;
    if (item.tier) shapes.push(tierSymbol(x + 6, middle, item.tier, 10));
    else if (item.line)
      shapes.push(
        rule(x, middle, x + 16, middle, {
          stroke: item.colour,
          lineWidth: 2.5,
          lineDash: item.dashed === true ? [4, 3] : item.dashed || null,
        }),
      );
    else
      shapes.push(
        box(
          x,
          middle - 5,
          12,
          10,
          item.dashed ? { fill: "none", stroke: item.colour, lineDash: [3, 2] } : { fill: item.colour },
        ),
      );
    shapes.push(words(x + 20, y, label, { vertical: "top" }));
    x += length;
  }
  return { shapes, height: items.length ? y + deepest + 6 - top : 0 };
}

/** Height that the mark of synthetic data takes at the top of the sheet. */
export function headroom(chart: Chart<unknown>): number {
  return chart.synthetic ? 18 : 0;
}

/** The mark of synthetic data. */
export function syntheticMark(chart: Chart<unknown>): Shape[] {
  if (!chart.synthetic) return [];
  return [words(chart.width - 2, 8, word(chart, "synthetic"), { size: type.small, fill: ink.soft, align: "right" })];
}

/** Width of the column that holds the labels on the left: what the longest needs, but not over a share of the sheet. */
export function labelColumn(labels: readonly string[], width: number, share = 0.36, size: number = type.chart): number {
  return Math.ceil(Math.min(widest(labels, size), width * share));
}

/** A drawing made of shapes alone, without axes of ECharts. */
export function sheet(shapes: Shape[], height: number): Drawing {
  return { height, option: { graphic: shapes as never } };
}

/** Slanted lines over a rectangle: a value that is not there. */
export function hatch(x: number, y: number, width: number, height: number, step = 7): Shape[] {
  const lines: Shape[] = [];
  for (let offset = step; offset < width + height; offset += step) {
    const [x1, y1] = offset < height ? [x, y + offset] : [x + offset - height, y + height];
    const [x2, y2] = offset < width ? [x + offset, y] : [x + width, y + offset - width];
    lines.push(rule(x1, y1, x2, y2, { stroke: ink.hair }));
  }
  return lines;
}
