/** The key of the sequential ramp. */
import { ink, ramp, type } from "./looks";
import { box, words, type Shape } from "./parts";
import { widthOf } from "./text";

const SWATCH = 26;

/** Swatches from low to high with a word at either end, and a swatch for none where it is named. */
export function rampKey(x: number, y: number, low: string, high: string, none?: string): Shape[] {
  const shapes: Shape[] = [];
  let left = x;
  if (none) {
    shapes.push(
      box(left, y - 6, 16, 12, { fill: ink.paper, stroke: ink.line }),
      words(left + 22, y, none, { size: type.small, fill: ink.soft }),
    );
    left += 22 + widthOf(none, type.small) + 20;
  }
  shapes.push(words(left, y, low, { size: type.small, fill: ink.soft }));
  left += widthOf(low, type.small) + 6;
  for (const [i, colour] of ramp.entries()) shapes.push(box(left + i * SWATCH, y - 6, SWATCH, 12, { fill: colour }));
  shapes.push(words(left + ramp.length * SWATCH + 6, y, high, { size: type.small, fill: ink.soft }));
  return shapes;
}
