/** Two values a unit: every point labelled, shape and colour by tier, lines at the medians. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, tiers, type } from "../looks";
import { headroom, key, path, rule, tierSymbol, words, type Shape } from "../parts";
import { place } from "../placement";
import { linear, roundScale, type Scale } from "../scale";
import { balance, heightOf, widest } from "../text";

interface Point {
  x: number;
  y: number;
  label: string;
  tier?: number | null;
  text?: string;
}

export interface ScatterData {
  points: Point[];
  /** Words on the axes, with the unit of measure. */
  x: string;
  y: string;
  lines?: { axis: "x" | "y"; value: number; label: string }[];
  tiers?: string[];
  from_zero?: boolean;
}

const MARGIN = { left: 50, right: 14, bottom: 48 };
const HEIGHT = 400;
const LABEL = 150;
const NARROW = 500;

function axis(scale: Scale, name: string, position: "x" | "y"): object {
  return {
    type: "value",
    min: scale.minimum,
    max: scale.maximum,
    interval: scale.step,
    name,
    nameLocation: position === "x" ? "middle" : "end",
    nameGap: position === "x" ? 28 : 12,
    nameTextStyle: {
      color: ink.soft,
      fontSize: type.small + 1,
      ...(position === "y" ? { align: "left", padding: [0, 0, 0, -46] } : {}),
    },
    axisLabel: { color: ink.soft, fontSize: type.small },
    axisTick: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: ink.line } },
    splitLine: { lineStyle: { color: ink.hair } },
  };
}

function references(
  data: ScatterData,
  x: (v: number) => number,
  y: (v: number) => number,
  plot: { left: number; right: number; top: number; bottom: number },
): Shape[] {
  const style = { stroke: ink.soft, lineDash: [4, 3] };
  const soft = { size: type.small, fill: ink.soft };
  return (data.lines ?? []).flatMap((line) =>
    line.axis === "x"
      ? [
          rule(x(line.value), plot.top, x(line.value), plot.bottom, style),
          words(x(line.value) + 4, plot.top + 8, line.label, soft),
        ]
      : [
          rule(plot.left, y(line.value), plot.right, y(line.value), style),
          words(plot.right - 2, y(line.value) - 8, line.label, { ...soft, align: "right" }),
        ],
  );
}

export function scatter(chart: Chart<ScatterData>): Drawing {
  const { points } = chart.data;
  const names = (chart.data.tiers ?? []).map((label, i) => ({ label, colour: tiers[i]?.colour ?? mark, tier: i + 1 }));
  const legend = key(names, 0, chart.width, headroom(chart));
  const top = headroom(chart) + legend.height + heightOf(1) + 12;
  const height = chart.height ?? top + HEIGHT + MARGIN.bottom;
  const values = (name: "x" | "y"): number[] => [
    ...points.map((point) => point[name]),
    ...(chart.data.lines ?? []).filter((line) => line.axis === name).map((line) => line.value),
  ];
  const [across, up] = [
    roundScale(values("x"), chart.width < NARROW ? 4 : 6, chart.data.from_zero),
    roundScale(values("y"), 5, chart.data.from_zero),
  ];
  const plot = { left: MARGIN.left, right: chart.width - MARGIN.right, top, bottom: height - MARGIN.bottom };
  const [x, y] = [linear(across, plot.left, plot.right), linear(up, plot.bottom, plot.top)];
  const labels = points.map((point) => balance(point.label, chart.width < NARROW ? 90 : LABEL, type.small));
  const anchors = points.map((point, i) => ({
    x: x(point.x),
    y: y(point.y),
    width: widest(labels[i] ?? [], type.small),
    height: heightOf(labels[i]?.length ?? 1, type.small),
    radius: 5,
  }));
  const shapes: Shape[] = [...legend.shapes, ...references(chart.data, x, y, plot)];
  const bounds = { x: plot.left, y: plot.top, width: plot.right - plot.left, height: plot.bottom - plot.top };
  const obstacles = (chart.data.lines ?? []).map((line) => {
    const width = widest([line.label], type.small) + 6;
    return line.axis === "x"
      ? { x: x(line.value), y: plot.top, width, height: 18 }
      : { x: plot.right - width, y: y(line.value) - 16, width, height: 18 };
  });
  for (const [i, spot] of place(anchors, bounds, { obstacles }).entries()) {
    const [point, anchor] = [points[i], anchors[i]];
    if (!point || !anchor) continue;
    const edge =
      spot.x > anchor.x
        ? spot.x - 2
        : spot.x + spot.width < anchor.x
          ? spot.x + spot.width + 2
          : spot.x + spot.width / 2;
    if (spot.leader)
      shapes.push(
        path(
          [
            [anchor.x, anchor.y],
            [edge, spot.y + spot.height / 2],
          ],
          { stroke: ink.line },
        ),
      );
    shapes.push(tierSymbol(anchor.x, anchor.y, point.tier ?? null, 10, `${point.label}\n${point.text ?? ""}`.trim()));
    shapes.push({
      ...words(spot.x, spot.y + spot.height / 2, labels[i] ?? point.label, { size: type.small, halo: true }),
      z: 4,
    });
  }
  return {
    height,
    option: {
      grid: { left: plot.left, right: MARGIN.right, top, bottom: MARGIN.bottom },
      xAxis: axis(across, chart.data.x, "x") as never,
      yAxis: axis(up, chart.data.y, "y") as never,
      series: [],
      graphic: shapes as never,
    },
  };
}
