/** Labels beside points, so that no label covers another, a point, or leaves the sheet. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Anchor {
  x: number;
  y: number;
  /** Size of the label. */
  width: number;
  height: number;
  /** Half the size of the symbol. */
  radius: number;
}

export interface Placed extends Box {
  /** The label stands away from its point and needs a line to it. */
  leader: boolean;
}

export type Directions = readonly (readonly [number, number])[];

const DIRECTIONS: Directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, -0.5],
  [1, 0.5],
  [-1, -0.5],
  [-1, 0.5],
  [0.3, -1],
  [-0.3, -1],
  [0.3, 1],
  [-0.3, 1],
];
/** Pixels kept free on either side of a label. */
const SPACE = 5;
const DISTANCES = [3, 12, 24, 38, 54, 72, 92, 116, 144, 176, 212];

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function outside(box: Box, bounds: Box): number {
  const over = (length: number): number => Math.max(0, length);
  return (
    over(bounds.x - box.x) +
    over(bounds.y - box.y) +
    over(box.x + box.width - bounds.x - bounds.width) +
    over(box.y + box.height - bounds.y - bounds.height)
  );
}

/** The box of a label at a distance from its point: beside it, above or below it, or at a slant. */
function candidate(anchor: Anchor, [dx, dy]: readonly [number, number], distance: number): Box {
  const reach = anchor.radius + distance;
  const size = { width: anchor.width, height: anchor.height };
  const y = anchor.y - anchor.height / 2 + dy * (reach + (Math.abs(dy) === 1 ? anchor.height / 2 : 0));
  if (Math.abs(dx) < 1) return { x: anchor.x - anchor.width / 2 + dx * anchor.width, y, ...size };
  const aside = reach * (dy ? 0.75 : 1);
  return { x: dx > 0 ? anchor.x + aside : anchor.x - aside - anchor.width, y, ...size };
}

export interface Options {
  directions?: Directions;
  /** Areas that are taken already. */
  obstacles?: readonly Box[];
}

/** Place one label after the other, the first ones best; the least bad place is taken where none is free. */
export function place(
  anchors: readonly Anchor[],
  bounds: Box,
  { directions = DIRECTIONS, obstacles = [] }: Options = {},
): Placed[] {
  const points = anchors.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const taken: Box[] = [...obstacles];
  return anchors.map((anchor, own) => {
    let best: Placed | null = null;
    let least = Infinity;
    for (const [rank, distance] of DISTANCES.entries()) {
      for (const direction of directions) {
        const box = candidate(anchor, direction, distance);
        const onLabels = taken.reduce((sum, other) => sum + overlap(box, other), 0);
        const onPoints = points.reduce((sum, other, i) => sum + (i === own ? 0 : overlap(box, other)), 0);
        const cost = 10 * onLabels + 4 * onPoints + 1000 * outside(box, bounds) + rank * 2;
        if (cost < least) [least, best] = [cost, { ...box, leader: distance > 8 }];
      }
      if (least <= rank * 2) break;
    }
    const chosen = best ?? { ...candidate(anchor, [1, 0], 3), leader: false };
    taken.push({ x: chosen.x - SPACE, y: chosen.y, width: chosen.width + 2 * SPACE, height: chosen.height });
    return chosen;
  });
}
