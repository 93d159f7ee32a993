import { describe, expect, it } from "vitest";
import { linear, roundScale, ticks } from "../src/scale";

describe("round scales", () => {
  it.each([
    [[50.28, 105.51], 40, 120, 20],
    [[0.24, 14.2], 0, 15, 5],
    [[23.1, 41.6], 20, 45, 5],
    [[0.001, 0.0042], 0.001, 0.005, 0.001],
  ])("holds %j from %d to %d by %d", (values, minimum, maximum, step) => {
    expect(roundScale(values, 5)).toEqual({ minimum, maximum, step });
  });
  it("starts at zero where told to", () => {
    expect(roundScale([40, 90], 5, true).minimum).toBe(0);
  });
  it("gives a constant and an empty list some length", () => {
    expect(roundScale([7]).maximum).toBeGreaterThan(7);
    expect(roundScale([])).toEqual({ minimum: 0, maximum: 1, step: 0.2 });
  });
  it("marks both ends and stays round", () => {
    expect(ticks({ minimum: 0, maximum: 1, step: 0.2 })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
  it("maps the ends of a scale to the ends of a line", () => {
    const at = linear({ minimum: 10, maximum: 20 }, 100, 300);
    expect([at(10), at(15), at(20)]).toEqual([100, 200, 300]);
  });
});
