/** Values over years: one line a series, labelled at its end; a forecast is dashed and its points are hollow. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, mark, type } from "../looks";
import { headroom } from "../parts";
import { balance, heightOf, widest } from "../text";

interface Point {
  x: number;
  y: number;
  text?: string;
  forecast?: boolean;
}

export interface LinesData {
  series: { name: string; points: Point[]; emphasis?: boolean }[];
  /** A logarithmic axis, said in the subtitle by whoever sets it. */
  log?: boolean;
  /** Words on the vertical axis: the unit of measure. */
  axis?: string;
}

const COLOURS = [mark, accent, ink.soft, "#2f8c9b", "#d3a23a"];
const HEIGHT = 340;

function marks(point: Point, colour: string, above: boolean): object {
  return {
    value: [point.x, point.y],
    symbol: "circle",
    symbolSize: 8,
    itemStyle: { color: point.forecast ? ink.paper : colour, borderColor: colour, borderWidth: 2 },
    label: { show: Boolean(point.text), formatter: point.text ?? "", position: above ? "top" : "bottom", color: colour, distance: 7 },
  };
}

/** The line in ink and, from the last observed point on, the dashed one. */
function strokes(points: Point[], colour: string): object[] {
  const firstForecast = points.findIndex((point) => point.forecast);
  const end = firstForecast < 0 ? points.length : firstForecast;
  const stroke = (part: Point[], dash: "solid" | "dashed"): object => ({
    type: "line",
    data: part.map((point) => [point.x, point.y]),
    showSymbol: false,
    silent: true,
    lineStyle: { color: colour, width: 2, type: dash },
  });
  const parts = [stroke(points.slice(0, end), "solid")];
  if (firstForecast >= 0) parts.push(stroke(points.slice(Math.max(0, end - 1)), "dashed"));
  return parts;
}

export function lines(chart: Chart<LinesData>): Drawing {
  const { series, log, axis } = chart.data;
  const room = Math.min(chart.width * 0.28, widest(series.map((one) => one.name), type.chart, true) + 4);
  const height = chart.height ?? HEIGHT;
  const years = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort((a, b) => a - b);
  const lastTexts = widest(series.map((one) => one.points[one.points.length - 1]?.text ?? "")) / 2;
  const best = series.map((one) => Math.max(...one.points.map((point) => point.y)));
  const top = headroom(chart) + (axis ? heightOf(1) + 14 : 14);
  const drawn = series.flatMap((one, i) => {
    const colour = one.emphasis ? accent : (COLOURS[i % COLOURS.length] ?? ink.soft);
    const above = series.length < 2 || best[i] === Math.max(...best);
    const points = {
      type: "scatter",
      name: one.name,
      data: one.points.map((point) => marks(point, colour, above)),
      z: 3,
    };
    const last = one.points[one.points.length - 1];
    const name = {
      type: "scatter",
      silent: true,
      symbolSize: 0.01,
      data: last ? [[last.x, last.y]] : [],
      label: {
        show: true,
        position: "right",
        distance: Math.max(10, lastTexts + 6),
        formatter: balance(one.name, room, type.chart, true).join("\n"),
        color: colour,
        fontWeight: "bold",
        lineHeight: type.chart * type.line,
      },
      labelLayout: { moveOverlap: "shiftY" },
    };
    return [...strokes(one.points, colour), points, name];
  });
  return {
    height,
    option: {
      grid: { left: 52, right: room + lastTexts + 16, top, bottom: 28 },
      xAxis: {
        type: "value",
        min: years[0],
        max: years[years.length - 1],
        interval: years.length > 12 || chart.width < 500 ? undefined : 1,
        axisLabel: { formatter: (value: number) => String(Math.round(value)), color: ink.soft, fontSize: type.chart },
        splitLine: { show: false },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.faint }, onZero: false },
      },
      yAxis: {
        type: log ? "log" : "value",
        ...(log ? {} : { min: 0 }),
        name: axis,
        nameLocation: "end",
        nameGap: 14,
        nameTextStyle: { color: ink.soft, fontSize: type.small, align: "left", padding: [0, 0, 0, -48] },
        axisLabel: { color: ink.soft, fontSize: type.small },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: ink.hair } },
      },
      series: drawn as never,
    },
  };
}
