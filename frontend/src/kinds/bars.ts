/** Horizontal bars from zero, each with its value as text; several series stand side by side. */
import type { Chart, Drawing, Row, Series } from "../chart";
import { accent, ink, mark, markSoft, partColour, sizes, tierColour, type } from "../looks";
import { headroom, key, labelColumn } from "../parts";
import { balance, heightOf, widest } from "../text";

export interface BarsData {
  rows: Row[];
  series?: Series[];
  /** End of the axis where it is not the greatest value, for example 100 for shares. */
  maximum?: number;
}

/** Length of the open end of a bar whose value is known only as a lower bound, as a share of the axis. */
const OPEN_END = 0.06;

function opening(row: Row): "at_least" | "at_most" | null {
  return row.open === true ? "at_least" : row.open || null;
}

function fill(row: Row, anyEmphasis: boolean): object {
  const colour = row.emphasis ? accent : anyEmphasis ? markSoft : mark;
  if (opening(row) !== "at_most") return { color: colour };
  return { color: ink.pale, borderColor: colour, borderType: "dashed", borderWidth: 1 };
}

/** Text after a bar: the value, and its note in softer ink. */
function label(row: Row, text: string, size: number = type.chart): object {
  const note = row.note ? `{note|  ${row.note}}` : "";
  return {
    show: true,
    position: "right",
    distance: 6,
    formatter: `{value|${text}}${note}`,
    rich: {
      value: { fontSize: size, fontWeight: row.emphasis ? "bold" : "normal", color: ink.text },
      note: { fontSize: type.small, color: ink.soft },
    },
  };
}

function openEnd(rows: Row[], maximum: number): object {
  return {
    type: "bar",
    stack: "bar",
    silent: true,
    barWidth: sizes.bar,
    data: rows.map((row) => ({
      value: opening(row) === "at_least" ? maximum * OPEN_END : 0,
      itemStyle: {
        color: ink.pale,
        borderColor: ink.faint,
        borderType: "dashed",
        borderWidth: opening(row) === "at_least" ? 1 : 0,
      },
    })),
  };
}

function single(rows: Row[], maximum: number): object[] {
  const anyEmphasis = rows.some((row) => row.emphasis);
  const bounded = rows.some((row) => opening(row) === "at_least");
  const values = rows.map((row) => ({ value: row.value, name: row.label, itemStyle: fill(row, anyEmphasis) }));
  const labels = rows.map((row) => label(row, row.text));
  if (!bounded) {
    return [{ type: "bar", barWidth: sizes.bar, data: values.map((value, i) => ({ ...value, label: labels[i] })) }];
  }
  const end = openEnd(rows, maximum) as { data: object[] };
  end.data = end.data.map((item, i) => ({ ...item, label: labels[i] }));
  return [{ type: "bar", stack: "bar", barWidth: sizes.bar, data: values }, end];
}

function seriesColour(series: Series, position: number): string {
  return series.tier ? tierColour(series.tier) : partColour(position);
}

function grouped(rows: Row[], series: Series[]): object[] {
  return series.map((one, i) => ({
    type: "bar",
    name: one.name,
    barWidth: sizes.bar - 3,
    barGap: "30%",
    itemStyle: { color: seriesColour(one, i) },
    data: rows.map((row) => ({
      value: row.values?.[i] ?? null,
      name: row.label,
      label: label({ ...row, note: "" }, row.texts?.[i] ?? "", type.small + 1),
    })),
  }));
}

export function bars(chart: Chart<BarsData>): Drawing {
  const { rows, series } = chart.data;
  const column = labelColumn(
    rows.map((row) => row.label),
    chart.width,
  );
  const labels = rows.map((row) => balance(row.label, column));
  const many = series?.length ?? 1;
  const lines = Math.max(...labels.map((one) => one.length), 1);
  const rowHeight = Math.max(sizes.row, heightOf(lines) + 6, many * (sizes.bar + 2) + 12);
  const legend = series
    ? key(
        series.map((one, i) => ({ label: one.name, colour: seriesColour(one, i), tier: one.tier })),
        0,
        chart.width,
        headroom(chart),
      )
    : null;
  const top = headroom(chart) + (legend?.height ?? 2);
  const height = chart.height ?? top + rows.length * rowHeight + 4;
  const values = rows.flatMap((row) => row.values ?? [row.value]).map((value) => value ?? 0);
  const maximum = chart.data.maximum ?? Math.max(...values, 0);
  const texts = rows.flatMap((row) => row.texts ?? [row.text]);
  const room =
    widest(texts, type.chart, true) +
    10 +
    widest(
      rows.map((row) => (row.note ? `  ${row.note}` : "")),
      type.small,
    );
  const bounded = rows.some((row) => opening(row) === "at_least");
  return {
    height,
    option: {
      grid: { left: column + 10, right: Math.ceil(room), top, bottom: 4 },
      xAxis: { type: "value", show: false, min: 0, max: (bounded ? 1 + OPEN_END : 1) * maximum || 1 },
      yAxis: {
        type: "category",
        inverse: true,
        data: labels.map((one) => one.join("\n")),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.faint } },
        axisLabel: {
          interval: 0,
          margin: 10,
          lineHeight: type.chart * type.line,
          color: ink.text,
          fontSize: type.chart,
        },
      },
      series: (series ? grouped(rows, series) : single(rows, maximum)) as never,
      graphic: (legend?.shapes ?? []) as never,
    },
  };
}
