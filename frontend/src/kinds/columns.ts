/** Vertical columns for ordered classes, each with its value as text; several series are stacked. */
import type { Chart, Drawing, Row, Series } from "../chart";
import { accent, ink, inkOn, mark, markSoft, partColour, type } from "../looks";
import { headroom, key, words } from "../parts";
import { balance, heightOf } from "../text";

export interface ColumnsData {
  rows: Row[];
  series?: Series[];
  maximum?: number;
}

const PLOT = 230;

function single(rows: Row[], barWidth: number): object[] {
  const anyEmphasis = rows.some((row) => row.emphasis);
  const data = rows.map((row) => {
    const colour = row.emphasis ? accent : anyEmphasis ? markSoft : mark;
    const open = Boolean(row.open);
    return {
      value: row.value,
      name: row.label,
      itemStyle: open
        ? { color: ink.pale, borderColor: colour, borderType: "dashed", borderWidth: 1 }
        : { color: colour },
      label: {
        show: true,
        position: "top",
        formatter: row.note ? `{value|${row.text}}\n{note|${row.note}}` : `{value|${row.text}}`,
        rich: {
          value: {
            fontSize: type.chart,
            lineHeight: 17,
            align: "center",
            color: ink.text,
            fontWeight: row.emphasis ? "bold" : "normal",
          },
          note: { fontSize: type.small, lineHeight: 15, align: "center", color: ink.soft },
        },
      },
    };
  });
  return [{ type: "bar", barWidth, data }];
}

function stacked(rows: Row[], series: Series[], barWidth: number, pixels: number): object[] {
  return series.map((one, i) => ({
    type: "bar",
    stack: "column",
    name: one.name,
    barWidth,
    itemStyle: { color: partColour(i), borderColor: ink.paper, borderWidth: 1 },
    data: rows.map((row) => {
      const value = row.values?.[i] ?? null;
      const show = value !== null && value * pixels >= type.chart + 2;
      return {
        value,
        name: row.label,
        label: { show, position: "inside", formatter: row.texts?.[i] ?? "", color: inkOn(partColour(i)) },
      };
    }),
  }));
}

export function columns(chart: Chart<ColumnsData>): Drawing {
  const { rows, series } = chart.data;
  const slot = (chart.width - 16) / Math.max(rows.length, 1);
  const labels = rows.map((row) => balance(row.label, Math.min(slot - 10, 200)));
  const bottom = heightOf(Math.max(...labels.map((one) => one.length), 1)) + 14;
  const legend = series
    ? key(
        series.map((one, i) => ({ label: one.name, colour: partColour(i) })),
        8,
        chart.width - 16,
        headroom(chart),
      )
    : null;
  const notes = rows.some((row) => row.note) ? heightOf(1, type.small) : 0;
  const top = headroom(chart) + (legend?.height ?? 0) + heightOf(1) + notes + 8;
  const height = chart.height ?? top + PLOT + bottom;
  const sums = rows.map((row) =>
    row.values ? row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : (row.value ?? 0),
  );
  const maximum = chart.data.maximum ?? Math.max(...sums, 0);
  const barWidth = Math.min(84, slot * 0.62);
  const pixels = (height - top - bottom) / (maximum || 1);
  const totals = series
    ? rows.map((row, i) =>
        words(8 + (i + 0.5) * slot, height - bottom - (sums[i] ?? 0) * pixels - 10, row.text, {
          bold: true,
          align: "center",
        }),
      )
    : [];
  return {
    height,
    option: {
      grid: { left: 8, right: 8, top, bottom },
      yAxis: { type: "value", show: false, min: 0, max: maximum || 1 },
      xAxis: {
        type: "category",
        data: labels.map((one) => one.join("\n")),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.faint } },
        axisLabel: {
          interval: 0,
          margin: 8,
          color: ink.text,
          fontSize: type.chart,
          lineHeight: type.chart * type.line,
        },
      },
      series: (series ? stacked(rows, series, barWidth, pixels) : single(rows, barWidth)) as never,
      graphic: [...(legend?.shapes ?? []), ...totals] as never,
    },
  };
}
