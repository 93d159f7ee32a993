/** What each pillar adds to a unit's score: stacked bars with the total and the tier behind them. */
import type { Chart, Drawing } from "../chart";
import { ink, inkOn, partColour, sizes, tiers, type } from "../looks";
import { headroom, key, labelColumn, tierSymbol, words, type Shape } from "../parts";
import { balance, heightOf, widest, widthOf } from "../text";

interface ContributionRow {
  label: string;
  values: (number | null)[];
  texts?: string[];
  /** The total as it is shown. */
  text: string;
  tier?: number | null;
  rank?: string;
  emphasis?: boolean;
}

export interface ContributionsData {
  pillars: { label: string }[];
  rows: ContributionRow[];
  /** Names of the tiers, best first, for the key. */
  tiers?: string[];
}

/** Pixels of the longest bar below which its parts go without numbers: some would have one and others none. */
const LEGIBLE = 300;

function segments(data: ContributionsData, pixels: number, legible: boolean): object[] {
  return data.pillars.map((pillar, i) => ({
    type: "bar",
    stack: "total",
    name: pillar.label,
    barWidth: sizes.bar + 3,
    itemStyle: { color: partColour(i), borderColor: ink.paper, borderWidth: 0.5 },
    data: data.rows.map((row) => {
      const value = row.values[i] ?? null;
      const text = row.texts?.[i] ?? "";
      const show = value !== null && legible && value * pixels >= widthOf(text, type.small) + 6;
      const label = { show, position: "inside", formatter: text, fontSize: type.small, color: inkOn(partColour(i)) };
      return { value, name: `${row.label} · ${pillar.label}`, tip: `${row.label}\n${pillar.label}  ${text}`, label };
    }),
  }));
}

export function contributions(chart: Chart<ContributionsData>): Drawing {
  const { rows, pillars } = chart.data;
  const ranks =
    widest(
      rows.map((row) => row.rank ?? ""),
      type.chart,
    ) + (rows.some((row) => row.rank) ? 10 : 0);
  const column = labelColumn(
    rows.map((row) => row.label),
    chart.width,
  );
  const labels = rows.map((row) => balance(row.label, column, type.chart, row.emphasis));
  const lines = Math.max(...labels.map((one) => one.length), 1);
  const rowHeight = Math.max(sizes.row, heightOf(lines) + 4);
  const names = (chart.data.tiers ?? []).map((label, i) => ({
    label,
    colour: tiers[i]?.colour ?? ink.faint,
    tier: i + 1,
  }));
  const left = ranks + column + 10;
  const legend = key(
    [...pillars.map((pillar, i) => ({ label: pillar.label, colour: partColour(i) })), ...names],
    0,
    chart.width,
    headroom(chart),
  );
  const top = headroom(chart) + legend.height;
  const room =
    widest(
      rows.map((row) => row.text),
      type.chart,
      true,
    ) + 34;
  const sums = rows.map((row) => row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const maximum = Math.max(...sums, 0) || 1;
  const plot = chart.width - left - room;
  const shapes: Shape[] = [...legend.shapes];
  for (const [i, row] of rows.entries()) {
    const y = top + (i + 0.5) * rowHeight;
    if (row.rank) shapes.push(words(ranks - 10, y, row.rank, { align: "right", fill: ink.soft }));
    shapes.push(words(ranks + column, y, labels[i] ?? row.label, { align: "right", bold: Boolean(row.emphasis) }));
    const end = left + ((sums[i] ?? 0) / maximum) * plot;
    if (row.tier) shapes.push(tierSymbol(end + 12, y, row.tier, 10));
    shapes.push(words(end + (row.tier ? 22 : 7), y, row.text, { bold: true }));
  }
  return {
    height: top + rows.length * rowHeight + 4,
    option: {
      grid: { left, right: room, top, height: rows.length * rowHeight },
      xAxis: { type: "value", show: false, min: 0, max: maximum },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map((row) => row.label),
        axisTick: { show: false },
        axisLabel: { show: false },
        axisLine: { lineStyle: { color: ink.faint } },
      },
      series: segments(chart.data, plot / maximum, plot >= LEGIBLE) as never,
      graphic: shapes as never,
    },
  };
}
