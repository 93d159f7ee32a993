/** How alike each pair of units is: the lower triangle of a matrix, its columns numbered on the diagonal. */
import type { Chart, Drawing } from "../chart";
import { ink, inkOn, rampColour, type } from "../looks";
import { box, headroom, labelColumn, sheet, words, type Shape } from "../parts";
import { rampKey } from "../ramp";
import { balance, heightOf } from "../text";

export interface SimilarityData {
  labels: string[];
  /** Row by row; only the part under the diagonal is read. */
  values: (number | null)[][];
  /** As shown in the cells, where they are to be shown. */
  texts?: string[][];
  /** Ends of the ramp with their words. */
  minimum?: number;
  maximum?: number;
  low: string;
  high: string;
}

export function similarity(chart: Chart<SimilarityData>): Drawing {
  const { labels, values, texts } = chart.data;
  const count = labels.length;
  const numbered = labels.map((label, i) => `${label}  ${i + 1}`);
  const column = labelColumn(numbered, chart.width, 0.38);
  const left = column + 8;
  const cell = Math.max(12, Math.min(38, (chart.width - left) / count));
  const lines = numbered.map((label) => balance(label, column));
  const height = Math.max(Math.min(cell, 30), heightOf(Math.max(...lines.map((one) => one.length), 1)) + 2);
  const size = Math.min(type.small, cell * 0.42);
  const known = values.flatMap((row, i) => row.slice(0, i)).filter((value): value is number => value !== null);
  const [low, high] = [chart.data.minimum ?? Math.min(...known, 0), chart.data.maximum ?? Math.max(...known, 1)];
  const top = headroom(chart) + 2;
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i++) {
    const y = top + i * height;
    shapes.push(words(column, y + height / 2, lines[i] ?? "", { align: "right" }));
    for (let j = 0; j < i; j++) {
      const value = values[i]?.[j] ?? null;
      const x = left + j * cell;
      const fill = value === null ? ink.paper : rampColour((value - low) / ((high - low) * 1.0001 || 1));
      const tip = `${labels[i]}\n${labels[j]}\n${texts?.[i]?.[j] ?? value ?? ""}`;
      shapes.push(
        box(x + 0.5, y + 0.5, cell - 1, height - 1, value === null ? { fill, stroke: ink.hair } : { fill }, tip),
      );
      const text = texts?.[i]?.[j];
      if (text && cell >= 24)
        shapes.push(words(x + cell / 2, y + height / 2, text, { size, fill: inkOn(fill), align: "center" }));
    }
    shapes.push(
      words(left + (i + 0.5) * cell, y + height / 2, String(i + 1), {
        size: Math.max(size, 9),
        bold: true,
        fill: ink.soft,
        align: "center",
      }),
    );
  }
  shapes.push(
    ...rampKey(Math.max(left + cell * count * 0.45, chart.width - 330), top + 12, chart.data.low, chart.data.high),
  );
  return sheet(shapes, top + count * height + 4);
}
