/** Profiles over the same axes: one radar for at most four of them, or small radars on one scale. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, tierColour, type } from "../looks";
import { headroom, key, words, type KeyItem, type Shape } from "../parts";
import { balance, heightOf, widest } from "../text";
import { word } from "../words";

interface Axis {
  label: string;
  max: number;
  /** A second line under the name, for example the value. */
  text?: string;
}

interface Profile {
  name: string;
  values: (number | null)[];
  role: "unit" | "median";
  tier?: number | null;
}

export interface RadarData {
  axes: Axis[];
  profiles: Profile[];
}

export interface RadarMultiplesData {
  axes: Axis[];
  /** One small radar each. */
  units: { name: string; values: (number | null)[]; median: (number | null)[]; tier?: number | null; text?: string }[];
  /** What the dashed line is, where it is not the median of all. */
  median_label?: string;
}

const AREA = 330;
const UNITS = [mark, "#bf4426", "#2f8c9b", "#d3a23a"];
const DASHES: (number[] | "solid")[] = ["solid", [7, 3], [2, 2], [9, 3, 2, 3]];

function coordinates(axes: Axis[], centre: [number, number], radius: number, size: number, labelWidth: number): object {
  return {
    indicator: axes.map((axis) => ({ name: axis.label, max: axis.max, min: 0 })),
    center: centre,
    radius,
    splitNumber: 4,
    axisNameGap: 7,
    axisName: {
      color: ink.text,
      fontSize: size,
      lineHeight: size * type.line,
      formatter: (name?: string) => {
        const text = axes.find((axis) => axis.label === name)?.text;
        return [...balance(name ?? "", labelWidth, size), ...(text ? [text] : [])].join("\n");
      },
    },
    splitArea: { show: false },
    splitLine: { lineStyle: { color: ink.hair } },
    axisLine: { lineStyle: { color: ink.line } },
  };
}

function profileSeries(radarIndex: number, values: (number | null)[], name: string, look: { colour: string; dash: number[] | "solid"; fill: number; width?: number }): object {
  return {
    type: "radar",
    radarIndex,
    silent: false,
    symbol: look.width ? "none" : "circle",
    symbolSize: 4,
    itemStyle: { color: look.colour },
    lineStyle: { color: look.colour, width: look.width ?? 2, type: look.dash },
    areaStyle: { color: look.colour, opacity: look.fill },
    data: [{ value: values, name }],
  };
}

export function radar(chart: Chart<RadarData>): Drawing {
  const { axes, profiles } = chart.data;
  let unit = 0;
  const units = profiles.filter((profile) => profile.role === "unit").length;
  const looks = profiles.map((profile) => {
    if (profile.role === "median") return { colour: ink.soft, dash: [4, 3], fill: 0, width: 1.5 };
    const colour = profile.tier ? tierColour(profile.tier) : (UNITS[unit % UNITS.length] ?? mark);
    return { colour, dash: DASHES[unit++ % DASHES.length] ?? "solid", fill: units > 1 ? 0 : 0.1 };
  });
  const items: KeyItem[] = profiles.map((profile, i) => {
    const dash = looks[i]?.dash;
    return { label: profile.name, colour: looks[i]?.colour ?? mark, line: true, dashed: Array.isArray(dash) && dash };
  });
  const legend = key(items, 0, chart.width, headroom(chart));
  const top = headroom(chart) + legend.height;
  const labelWidth = Math.min(150, chart.width * 0.24);
  const lines = Math.max(...axes.map((axis) => balance(axis.label, labelWidth).length + (axis.text ? 1 : 0)));
  const margin = heightOf(lines) + 12;
  const radius = Math.min(AREA / 2, chart.width / 2 - labelWidth - 12, chart.height ? (chart.height - top) / 2 - margin : Infinity);
  const centre: [number, number] = [chart.width / 2, top + margin + radius];
  return {
    height: top + 2 * (margin + radius),
    option: {
      radar: coordinates(axes, centre, radius, type.chart, labelWidth) as never,
      series: profiles.map((profile, i) => profileSeries(0, profile.values, profile.name, looks[i] ?? { colour: mark, dash: "solid", fill: 0 })) as never,
      graphic: legend.shapes as never,
    },
  };
}

/** The least radius of a small radar, and the greatest. */
const RADII = [50, 74] as const;

/** As many columns, up to four, as leave every radar its least radius. */
function columnsFor(count: number, width: number, labelWidth: number): number {
  const fits = [4, 3, 2].find((columns) => width / columns / 2 - labelWidth - 14 >= RADII[0]);
  return Math.min(count, fits ?? 1);
}

export function radarMultiples(chart: Chart<RadarMultiplesData>): Drawing {
  const { axes, units } = chart.data;
  const size = type.small;
  const longestWord = widest(axes.flatMap((axis) => axis.label.split(" ")), size);
  const labelWidth = Math.ceil(Math.max(34, Math.min(72, longestWord)) + 1);
  const columns = columnsFor(units.length, chart.width, labelWidth);
  const cell = chart.width / columns;
  const radius = Math.min(RADII[1], cell / 2 - labelWidth - 14);
  const names = units.map((unit) => balance(unit.name, cell - 16, type.chart, true));
  const nameLines = Math.max(...names.map((one) => one.length), 1);
  const axisLines = Math.max(...axes.map((axis) => balance(axis.label, labelWidth, size).length));
  const cellHeight = heightOf(nameLines) + 2 * radius + 2 * heightOf(axisLines, size) + 40;
  const medianLabel = chart.data.median_label ?? word(chart, "median");
  const legend = key([{ label: medianLabel, colour: ink.soft, line: true, dashed: true }], 0, chart.width, headroom(chart));
  const top = headroom(chart) + legend.height;
  const shapes: Shape[] = [...legend.shapes];
  const centres = units.map((unit, i): [number, number] => {
    const [x, y] = [(i % columns) * cell + cell / 2, top + Math.floor(i / columns) * cellHeight];
    shapes.push(words(x, y + heightOf(nameLines), names[i] ?? unit.name, { bold: true, align: "center", vertical: "bottom" }));
    return [x, y + heightOf(nameLines) + 12 + heightOf(axisLines, size) + radius];
  });
  return {
    height: top + Math.ceil(units.length / columns) * cellHeight,
    option: {
      radar: centres.map((centre) => coordinates(axes, centre, radius, size, labelWidth)) as never,
      series: units.flatMap((unit, i) => [
        profileSeries(i, unit.median, medianLabel, { colour: ink.soft, dash: [3, 2], fill: 0, width: 1.2 }),
        profileSeries(i, unit.values, unit.name, { colour: unit.tier ? tierColour(unit.tier) : mark, dash: "solid", fill: 0.12 }),
      ]) as never,
      graphic: shapes as never,
    },
  };
}
