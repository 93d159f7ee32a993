/** A schematic grid of tiles, one a place: neither to scale nor with boundaries. */
import type { Chart, Drawing } from "../chart";
import { ink, inkOn, rampColour, type } from "../looks";
import { box, headroom, sheet, words, type Shape } from "../parts";
import { rampKey } from "../ramp";
import { balance, heightOf, widest } from "../text";
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
}

const GAP = 3;

/** The largest size, down to the least legible one, at which a label stands on one line of the tile. */
function fittingSize(label: string, width: number): number {
  const sizes = [12, 11, 10, 9, 8.5];
  return sizes.find((size) => widest([label], size) <= width - 4) ?? 8;
}

export function tileMap(chart: Chart<TileMapData>): Drawing {
  const { tiles } = chart.data;
  const firstRow = Math.min(...tiles.map((tile) => tile.row));
  const firstColumn = Math.min(...tiles.map((tile) => tile.column));
  const columns = Math.max(...tiles.map((tile) => tile.column)) - firstColumn + 1;
  const rows = Math.max(...tiles.map((tile) => tile.row)) - firstRow + 1;
  const width = Math.min(78, Math.floor(chart.width / columns));
  const height = Math.min(50, Math.max(38, width * 0.64));
  const left = (chart.width - columns * width) / 2;
  const top = headroom(chart);
  const maximum = chart.data.maximum ?? Math.max(...tiles.map((tile) => tile.value ?? 0), 0);
  const shapes: Shape[] = [];
  for (const tile of tiles) {
    const [x, y] = [left + (tile.column - firstColumn) * width, top + (tile.row - firstRow) * height];
    const filled = Boolean(tile.value);
    const fill = filled ? rampColour((tile.value ?? 0) / (maximum * 1.0001)) : ink.paper;
    const style = filled ? { fill } : { fill, stroke: ink.line, lineWidth: 1 };
    const colour = filled ? inkOn(fill) : ink.faint;
    const size = fittingSize(tile.label, width - GAP);
    const lines = balance(tile.label, width - GAP - 2, size);
    shapes.push(box(x + GAP / 2, y + GAP / 2, width - GAP, height - GAP, style, `${tile.label} ${tile.text}`.trim()));
    const middle = y + height / 2;
    const shift = filled && tile.text ? heightOf(1, type.chart) / 2 : 0;
    shapes.push(words(x + width / 2, middle - shift + (shift ? 1 : 0), lines, { size, fill: colour, align: "center" }));
    if (shift) shapes.push(words(x + width / 2, middle + shift - 1, tile.text, { bold: true, fill: colour, align: "center" }));
  }
  const texts = tiles.filter((tile) => tile.value).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const foot = top + rows * height + 18;
  const [low, high] = [texts[0]?.text ?? "", texts[texts.length - 1]?.text ?? ""];
  shapes.push(...rampKey(left, foot, low, high, word(chart, "none")));
  return sheet(shapes, foot + 12);
}
