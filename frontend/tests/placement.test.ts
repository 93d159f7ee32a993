import { describe, expect, it } from "vitest";
import { place, type Anchor, type Box } from "../src/placement";

const bounds: Box = { x: 0, y: 0, width: 600, height: 400 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe("placing labels", () => {
  it("puts a lone label at the right of its point without a leader", () => {
    const [spot] = place([{ x: 100, y: 100, width: 50, height: 18, radius: 5 }], bounds);
    expect(spot).toMatchObject({ x: 108, leader: false });
  });
  it("lets no two labels overlap where points crowd", () => {
    const anchors: Anchor[] = Array.from({ length: 12 }, (_, i) => ({
      x: 300 + (i % 4) * 9,
      y: 200 + Math.floor(i / 4) * 9,
      width: 60,
      height: 18,
      radius: 5,
    }));
    const spots = place(anchors, bounds);
    for (const [i, a] of spots.entries()) for (const b of spots.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    expect(spots.some((spot) => spot.leader)).toBe(true);
  });
  it("keeps labels inside the bounds", () => {
    for (const spot of place([{ x: 598, y: 2, width: 80, height: 18, radius: 5 }], bounds)) {
      expect(spot.x + spot.width).toBeLessThanOrEqual(600);
      expect(spot.y).toBeGreaterThanOrEqual(0);
    }
  });
  it("keeps clear of what is taken already", () => {
    const obstacle = { x: 105, y: 80, width: 200, height: 40 };
    const [spot] = place([{ x: 100, y: 100, width: 50, height: 18, radius: 5 }], bounds, { obstacles: [obstacle] });
    expect(spot && overlap(spot, obstacle)).toBe(false);
  });
});
