/** The framework from left to right: a column a level, every node with its weight. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, tiers, type } from "../looks";
import { box, headroom, path, sheet, words, type Shape } from "../parts";
import { balance, heightOf, widthOf } from "../text";

interface Node {
  label: string;
  /** The weight as it is shown. */
  weight?: string;
  children?: Node[];
}

export interface TreeData {
  root: Node;
}

const GAP = 30;
const SPACE = 6;
const PAD = 8;

interface Laid {
  node: Node;
  depth: number;
  lines: string[];
  /** Height of the box, and of everything that hangs on it. */
  height: number;
  extent: number;
  children: Laid[];
}

function depthOf(node: Node): number {
  return 1 + Math.max(0, ...(node.children ?? []).map(depthOf));
}

function lay(node: Node, depth: number, width: number): Laid {
  const room = width - 2 * PAD - (node.weight ? widthOf(node.weight, type.small + 1, true) + 8 : 0);
  const lines = balance(node.label, room, type.small + 1, depth < 2);
  const children = (node.children ?? []).map((child) => lay(child, depth + 1, width));
  const height = heightOf(lines.length, type.small + 1) + 10;
  const below = children.reduce((sum, child) => sum + child.extent, 0) + SPACE * Math.max(0, children.length - 1);
  return { node, depth, lines, height, extent: Math.max(height, below), children };
}

function draw(laid: Laid, top: number, width: number, shapes: Shape[]): void {
  const x = laid.depth * (width + GAP);
  const middle = top + laid.extent / 2;
  const root = laid.depth === 0;
  const fill = root ? (tiers[0]?.colour ?? mark) : ink.pale;
  const colour = root ? ink.paper : ink.text;
  const below =
    laid.children.reduce((sum, child) => sum + child.extent, 0) + SPACE * Math.max(0, laid.children.length - 1);
  let y = top + (laid.extent - below) / 2;
  for (const child of laid.children) {
    const [from, to] = [x + width, x + width + GAP];
    const across = from + GAP / 2;
    const childMiddle = y + child.extent / 2;
    shapes.push(
      path(
        [
          [from, middle],
          [across, middle],
          [across, childMiddle],
          [to, childMiddle],
        ],
        { stroke: ink.line },
      ),
    );
    draw(child, y, width, shapes);
    y += child.extent + SPACE;
  }
  shapes.push(box(x, middle - laid.height / 2, width, laid.height, { fill }));
  shapes.push(words(x + PAD, middle, laid.lines, { size: type.small + 1, bold: laid.depth < 2, fill: colour }));
  if (laid.node.weight) {
    shapes.push(
      words(x + width - PAD, middle, laid.node.weight, {
        size: type.small + 1,
        bold: true,
        fill: root ? ink.paper : mark,
        align: "right",
      }),
    );
  }
}

export function tree(chart: Chart<TreeData>): Drawing {
  const levels = depthOf(chart.data.root);
  const width = (chart.width - GAP * (levels - 1)) / levels;
  const laid = lay(chart.data.root, 0, width);
  const shapes: Shape[] = [];
  const top = headroom(chart) + 2;
  draw(laid, top, width, shapes);
  return sheet(shapes, top + laid.extent + 2);
}
