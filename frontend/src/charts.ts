/** Every kind of chart: the registry, and the option that goes to ECharts. */
import type { Builder, Chart, Drawing } from "./chart";
import { bars } from "./kinds/bars";
import { columns } from "./kinds/columns";
import { contributions } from "./kinds/contributions";
import { dots } from "./kinds/dots";
import { heat, type HeatData } from "./kinds/heat";
import { intervals } from "./kinds/intervals";
import { lines } from "./kinds/lines";
import { pointMap } from "./kinds/point_map";
import { radar } from "./kinds/radar";
import { radarMultiples } from "./kinds/radar_multiples";
import { scatter } from "./kinds/scatter";
import { scoreLine } from "./kinds/score_line";
import { shares } from "./kinds/shares";
import { similarity } from "./kinds/similarity";
import { slope } from "./kinds/slope";
import { strips } from "./kinds/strips";
import { tileMap } from "./kinds/tile_map";
import { timeline } from "./kinds/timeline";
import { tree } from "./kinds/tree";
import { families, ink, type } from "./looks";
import { syntheticMark, type Shape } from "./parts";
import { speak } from "./text";

export const kinds: Record<string, Builder> = {
  bars,
  columns,
  contributions,
  dots,
  heat,
  intervals,
  lines,
  point_map: pointMap,
  radar,
  radar_multiples: radarMultiples,
  scatter,
  score_line: scoreLine,
  shares,
  similarity,
  slope,
  strips,
  tile_map: tileMap,
  timeline,
  tree,
};

/** Kinds that a narrow page lets scroll, with the width below which their words would be broken to pieces. */
const scrolling: Record<string, number> = { tree: 760, similarity: 620, scatter: 600, slope: 460, tile_map: 420 };
const LEAST = 280;

/** The least width, in pixels, at which a chart is legible. */
export function leastWidth(chart: Chart): number {
  if (chart.kind === "heat") return Math.min(chart.width, 150 + 82 * (chart.data as HeatData).columns.length);
  if (chart.kind === "tile_map" && chart.language === "zh") return LEAST; // Han names are short enough for any phone
  return scrolling[chart.kind] ?? LEAST;
}

/** Build the whole option of a chart: what its kind draws, and what all charts share. */
export function option(chart: Chart): Drawing {
  const build = kinds[chart.kind];
  if (!build) throw new Error(`unknown kind of chart '${chart.kind}'; known are: ${Object.keys(kinds).join(", ")}`);
  speak(chart.language);
  const { option: own, height } = build(chart as Chart<never>);
  const shapes = [...((own.graphic ?? []) as Shape[]), ...syntheticMark(chart)];
  return {
    height: Math.ceil(chart.height ?? height),
    option: {
      animation: false,
      ...own,
      textStyle: { fontFamily: families(chart.language), fontSize: type.chart, color: ink.text },
      graphic: { elements: shapes as never },
    },
  };
}
