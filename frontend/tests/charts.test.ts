import { describe, expect, it } from "vitest";
import type { Chart } from "../src/chart";
import { kinds, leastWidth, option } from "../src/charts";
import { accent, inkOn, luminance, mark, parts, ramp, tiers } from "../src/looks";

function chart(kind: string, data: unknown, more: Partial<Chart> = {}): Chart {
  return {
    name: "a",
    kind,
    title: "",
    subtitle: "",
    data,
    note: "",
    alt: "",
    language: "zh",
    width: 880,
    height: null,
    synthetic: false,
    ...more,
  };
}

const rows = [
  { label: "甲", value: 4, text: "4" },
  { label: "乙", value: 2, text: "> 2", open: true },
];

interface Shapes {
  graphic: { elements: { type: string; style: { text?: string } }[] };
}

function texts(what: unknown): string[] {
  return (what as Shapes).graphic.elements.flatMap((element) => element.style.text ?? []);
}

describe("the registry", () => {
  it("refuses an unknown kind and names the known ones", () => {
    expect(() => option(chart("pie", {}))).toThrow(/unknown kind of chart 'pie'; known are: bars/);
  });
  it("lets wide tables scroll on a phone and squeezes simple kinds", () => {
    const cells = { rows: [], cells: [], columns: Array.from({ length: 8 }, (_, i) => ({ label: String(i) })) };
    expect(leastWidth(chart("heat", cells))).toBeGreaterThan(640);
    expect(leastWidth(chart("heat", { ...cells, columns: [] }))).toBeLessThan(200);
    expect(leastWidth(chart("bars", { rows }))).toBeLessThan(320);
    for (const kind of ["tree", "similarity", "slope"]) expect(kinds).toHaveProperty(kind);
  });
});

describe("what all charts share", () => {
  it("never moves", () => {
    expect(option(chart("bars", { rows })).option.animation).toBe(false);
  });
  it("marks synthetic data in the chart's language, and only these", () => {
    expect(texts(option(chart("bars", { rows }, { synthetic: true })).option)).toContain("合成数据");
    expect(texts(option(chart("bars", { rows }, { synthetic: true, language: "en" })).option)).toContain(
      "Synthetic data",
    );
    expect(texts(option(chart("bars", { rows })).option)).toEqual([]);
  });
  it("keeps a given height and else finds its own", () => {
    expect(option(chart("bars", { rows }, { height: 300 })).height).toBe(300);
    const more = [...rows, ...rows, ...rows];
    expect(option(chart("bars", { rows: more })).height).toBeGreaterThan(option(chart("bars", { rows })).height);
  });
});

describe("bars", () => {
  it("start at zero", () => {
    const { xAxis } = option(chart("bars", { rows })).option as { xAxis: { min: number } };
    expect(xAxis.min).toBe(0);
  });
  it("have an open end where a value is only a bound", () => {
    const { series } = option(chart("bars", { rows })).option as { series: { data: { value: number }[] }[] };
    expect(series).toHaveLength(2);
    expect(series[1]?.data.map((item) => item.value > 0)).toEqual([false, true]);
  });
});

describe("timeline", () => {
  it("says the sort of each event beside its date, without a key", () => {
    const events = [
      { date: "2016-12", label: "规划", kind: "规划" },
      { date: "2018-05", label: "讲话", kind: "讲话" },
    ];
    const said = texts(option(chart("timeline", { events })).option);
    expect(said).toContain("2016年12月 · 规划");
    expect(said).toContain("2018年5月 · 讲话");
  });
});

describe("point map", () => {
  const points = [
    { longitude: 121, latitude: 31, label: "上海 4", value: 4 },
    { longitude: 106, latitude: 29, label: "重庆 1", value: 1, hollow: true },
  ];
  it("draws the second sort as rings and names both sorts", () => {
    const drawn = option(chart("point_map", { points, key: ["沿海", "非沿海"] })).option as unknown as {
      graphic: { elements: { name?: string; style: { fill?: string } }[] };
    };
    const disc = (name: string): string | undefined =>
      drawn.graphic.elements.find((element) => element.name === name)?.style.fill;
    expect(disc("上海 4")).toBe(mark);
    expect(disc("重庆 1")).toBe("#ffffff");
    expect(texts(drawn)).toEqual(expect.arrayContaining(["沿海", "非沿海"]));
  });
});

describe("radar multiples", () => {
  it("names the axes once on a narrow sheet, three radars beside each other", () => {
    const axes = ["甲", "乙", "丙"].map((label) => ({ label, max: 100 }));
    const units = Array.from({ length: 4 }, (_, i) => ({ name: `园${i}`, values: [50, 60, 70], median: [50, 50, 50] }));
    const { option: drawn } = option(chart("radar_multiples", { axes, units }, { width: 350 }));
    const radars = drawn.radar as { center: [number, number]; axisName: { show?: boolean } }[];
    expect(radars.filter((radar) => radar.axisName.show !== false)).toHaveLength(1);
    expect(new Set(radars.slice(1, 4).map((radar) => Math.round(radar.center[0]))).size).toBe(3);
  });
});

describe("tile map", () => {
  it("says in its key what a filled tile means", () => {
    const tiles = [{ code: "a", label: "甲", row: 0, column: 0, value: 1, text: "✓" }];
    expect(texts(option(chart("tile_map", { tiles, some: "已点名", none: "未点名" })).option)).toContain("已点名");
  });
});

describe("lines", () => {
  it("drops the units of measure on a narrow sheet and never leaves it", () => {
    const points = [
      { x: 2017, y: 0.83, text: "USD 83 million", short: "0.83" },
      { x: 2022, y: 14.2, text: "USD 1.42 billion", short: "14.2" },
    ];
    const data = { series: [{ name: "IDC China", points }], log: true };
    expect(texts(option(chart("lines", data)).option)).toContain("USD 83 million");
    expect(texts(option(chart("lines", data, { width: 350 })).option)).toEqual(
      expect.arrayContaining(["0.83", "14.2", "IDC China"]),
    );
  });

  it("dash from the last observed point on", () => {
    const points = [1, 2, 3, 4].map((x) => ({ x, y: x, forecast: x > 2 }));
    const { series } = option(chart("lines", { series: [{ name: "甲", points }] })).option as unknown as {
      series: { type: string; lineStyle: { type: string }; data: number[][] }[];
    };
    const strokes = series
      .filter((one) => one.type === "line")
      .map((one) => [one.lineStyle.type, one.data.map((point) => point[0])]);
    expect(strokes).toEqual([
      ["solid", [1, 2]],
      ["dashed", [2, 3, 4]],
    ]);
  });
});

describe("the similarity matrix", () => {
  it("shows each pair once", () => {
    const data = {
      labels: ["甲", "乙", "丙"],
      values: [
        [1, 0, 0],
        [0.5, 1, 0],
        [0.1, 0.2, 1],
      ],
      texts: [
        ["", "", ""],
        ["0.5", "", ""],
        ["0.1", "0.2", ""],
      ],
      low: "",
      high: "",
    };
    const shown = texts(option(chart("similarity", data)).option);
    expect(["0.5", "0.1", "0.2"].every((text) => shown.filter((one) => one === text).length === 1)).toBe(true);
  });
});

describe("uncertainty", () => {
  const bars = (data: unknown): { width: number; fill: string }[] =>
    (
      option(chart("intervals", data)).option as unknown as {
        graphic: { elements: { type: string; name?: string; shape: { width: number }; style: { fill: string } }[] };
      }
    ).graphic.elements
      .filter((one) => one.type === "rect" && one.name)
      .map((one) => ({ width: one.shape.width, fill: one.style.fill }));
  const axis = { axis: "", minimum: 1, maximum: 21 };

  it("draws intervals to scale, in ink paler than the value on them", () => {
    const row = (low: number, high: number): unknown => ({ label: "甲", bars: [{ low, high, value: low }], text: "" });
    const [short, long] = bars({ ...axis, rows: [row(1, 6), row(3, 13)] });
    expect((long?.width ?? 0) / (short?.width ?? 1)).toBeCloseTo(2, 6);
    expect(luminance(short?.fill ?? "#000000")).toBeGreaterThan(luminance(mark) + 0.2);
  });
  it("keeps an interval of one point in sight", () => {
    const [point] = bars({ ...axis, rows: [{ label: "甲", bars: [{ low: 4, high: 4, value: 4 }] }] });
    expect(point?.width).toBeGreaterThan(1);
  });
  it("tells several series in a row apart in greyscale", () => {
    const spans = [1, 2, 3].map((low) => ({ low, high: 9, text: "" }));
    const greys = bars({ ...axis, rows: [{ label: "甲", bars: spans }] }).map((one) => luminance(one.fill));
    expect(greys).toHaveLength(3);
    for (let i = 1; i < greys.length; i++) expect((greys[i - 1] ?? 0) - (greys[i] ?? 0)).toBeGreaterThan(0.1);
  });
  it("frames the cell that stands out among the others", () => {
    const cells = [
      [
        { value: 0.2, text: "20", outlined: true },
        { value: null, text: "", missing: "never" },
      ],
    ];
    const data = { rows: [{ label: "甲" }], columns: [{ label: "1" }, { label: "2" }], cells, maximum: 1 };
    const drawn = (option(chart("heat", data)).option as unknown as Shapes).graphic.elements as unknown as {
      style: { stroke?: string };
    }[];
    expect(drawn.filter((one) => one.style.stroke === accent)).toHaveLength(1);
  });
});

describe("the palette", () => {
  it("keeps the tiers apart in greyscale", () => {
    const greys = tiers.map((tier) => luminance(tier.colour));
    for (let i = 1; i < greys.length; i++) expect((greys[i] ?? 0) - (greys[i - 1] ?? 0)).toBeGreaterThan(0.12);
    expect(new Set(tiers.map((tier) => tier.shape)).size).toBe(tiers.length);
  });
  it("darkens along the ramp", () => {
    const greys = ramp.map(luminance);
    expect(greys).toEqual([...greys].sort((a, b) => b - a));
  });
  it("puts legible text on every fill", () => {
    for (const fill of [...ramp, ...parts]) {
      const [a, b] = [luminance(fill), luminance(inkOn(fill))].sort((x, y) => y - x);
      expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)).toBeGreaterThan(3.2);
    }
  });
});

describe("strips", () => {
  const ends = { minimum: 0, maximum: 10, low: "0", high: "10" };
  const points = [
    { before: 1, after: 1 },
    { before: 10, after: 4, moved: true },
  ];
  const panel = { label: "甲", points, before: ends, after: ends, linked: true };
  const shapes = (data: unknown, width = 880): { type: string; shape: Record<string, number> }[] =>
    (option(chart("strips", data, { width })).option as unknown as { graphic: { elements: never[] } }).graphic.elements;
  const heads = { before: "前", after: "后" };

  it("lead from where a point was to where it is", () => {
    const drawn = shapes({ panels: [panel], ...heads });
    const [link] = drawn.filter(
      (one) => one.type === "line" && one.shape.x1 !== one.shape.x2 && one.shape.y1 !== one.shape.y2,
    );
    const dots = drawn.filter((one) => one.type === "circle").map((one) => one.shape.cx);
    expect(dots).toContain(link?.shape.x1);
    expect(dots).toContain(link?.shape.x2);
    expect(link?.shape.x2).toBeLessThan(link?.shape.x1 ?? 0);
  });
  it("draw no line where each strip has a scale of its own", () => {
    const drawn = shapes({ panels: [{ ...panel, linked: false }], ...heads });
    expect(drawn.filter((one) => one.type === "line" && one.shape.y1 !== one.shape.y2)).toEqual([]);
  });
  it("stand side by side on a wide sheet and under each other on a narrow one", () => {
    const data = { panels: [panel, panel], ...heads };
    expect(option(chart("strips", data)).height).toBeLessThan(option(chart("strips", data, { width: 360 })).height);
  });
});
