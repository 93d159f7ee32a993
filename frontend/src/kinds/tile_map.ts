/** A schematic grid of tiles, one a place: neither to scale nor with boundaries. */
import type { Chart, Drawing } from "../chart";
import { ink, inkOn, rampColour, type } from "../looks";
import { box, headroom, sheet, words, type Shape } from "../parts";
import { rampKey } from "../ramp";
import { heightOf, widest } from "../text";
import { word } from "../words";

interface Tile {
  code: string;
  label: string;
  row: number;
  column: number;
  value: number | null;
  text: string;
}

export interface TileMapData {
  tiles: Tile[];
  /** Greatest value of the ramp, where it is not the greatest of the tiles. */
  maximum?: number;
  /** What a tile without a value means, where it is not that there are none. */
  none?: string;
  /** What a filled tile means, where its text does not say it. */
  some?: string;
}

const GAP = 3;

/** The name on one line or, where it has a space to break at, on two: the largest legible size that fits. */
function fitting(label: string, width: number): { size: number; lines: string[] } {
  for (const size of [12, 11, 10, 9]) {
    const lines = label.includes(" ") ? label.split(" ") : [label];
    if (widest([label], size) <= width) return { size, lines: [label] };
    if (lines.length === 2 && size <= 11 && widest(lines, size) <= width) return { size, lines };
  }
  return { size: 8.5, lines: [label] };
}

/** One swatch for every value where these are few and whole, else the ramp. */
function legend(chart: Chart<TileMapData>, maximum: number, x: number, y: number): Shape[] {
  const filled = chart.data.tiles.filter((tile) => tile.value).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const none = chart.data.none ?? word(chart, "none");
  const texts = [...new Map(filled.map((tile) => [tile.text, shade(tile.value ?? 0, maximum)]))];
  if (texts.length > 6) return rampKey(x, y, texts[0]?.[0] ?? "", texts[texts.length - 1]?.[0] ?? "", none);
  const shapes = [
    box(x, y - 6, 16, 12, { fill: ink.paper, stroke: ink.line }),
    words(x + 22, y, none, { size: type.small, fill: ink.soft }),
  ];
  let left = x + 22 + widest([none], type.small) + 18;
  for (const [own, fill] of texts) {
    const text = chart.data.some ?? own;
    shapes.push(box(left, y - 6, 16, 12, { fill }), words(left + 22, y, text, { size: type.small, fill: ink.soft }));
    left += 22 + widest([text], type.small) + 18;
  }
  return shapes;
}

function shade(value: number, maximum: number): string {
  return rampColour(value / (maximum * 1.0001));
}

export function tileMap(chart: Chart<TileMapData>): Drawing {
  const { tiles } = chart.data;
  const firstRow = Math.min(...tiles.map((tile) => tile.row));
  const firstColumn = Math.min(...tiles.map((tile) => tile.column));
  const columns = Math.max(...tiles.map((tile) => tile.column)) - firstColumn + 1;
  const rows = Math.max(...tiles.map((tile) => tile.row)) - firstRow + 1;
  const width = Math.min(84, Math.floor(chart.width / columns));
  const height = Math.min(50, Math.max(38, width * 0.64));
  const left = (chart.width - columns * width) / 2;
  const top = headroom(chart);
  const maximum = chart.data.maximum ?? Math.max(...tiles.map((tile) => tile.value ?? 0), 0);
  const shapes: Shape[] = [];
  for (const tile of tiles) {
    const [x, y] = [left + (tile.column - firstColumn) * width, top + (tile.row - firstRow) * height];
    const filled = Boolean(tile.value);
    const fill = filled ? shade(tile.value ?? 0, maximum) : ink.paper;
    const style = filled ? { fill } : { fill, stroke: ink.line, lineWidth: 1 };
    const colour = filled ? inkOn(fill) : ink.soft;
    const { size, lines } = fitting(tile.label, width - GAP - 4);
    shapes.push(box(x + GAP / 2, y + GAP / 2, width - GAP, height - GAP, style, `${tile.label} ${tile.text}`.trim()));
    const middle = y + height / 2;
    const shift = filled && tile.text ? heightOf(1, type.chart) / 2 : 0;
    shapes.push(words(x + width / 2, middle - shift + (shift ? 1 : 0), lines, { size, fill: colour, align: "center" }));
    if (shift)
      shapes.push(words(x + width / 2, middle + shift - 1, tile.text, { bold: true, fill: colour, align: "center" }));
  }
  const foot = top + rows * height + 18;
  shapes.push(...legend(chart, maximum, left, foot));
  return sheet(shapes, foot + 12);
}
