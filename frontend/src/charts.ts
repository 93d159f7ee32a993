/** Every kind of chart: the registry, and the option that goes to ECharts. */
import type { Builder, Chart, Drawing } from "./chart";
import { bars } from "./kinds/bars";
import { columns } from "./kinds/columns";
import { lines } from "./kinds/lines";
import { family, ink, type } from "./looks";
import { syntheticMark, type Shape } from "./parts";

export const kinds: Record<string, Builder> = {
  bars,
  columns,
  lines,
};

/** Build the whole option of a chart: what its kind draws, and what all charts share. */
export function option(chart: Chart): Drawing {
  const build = kinds[chart.kind];
  if (!build) throw new Error(`unknown kind of chart '${chart.kind}'; known are: ${Object.keys(kinds).join(", ")}`);
  const { option: own, height } = build(chart as Chart<never>);
  const shapes = [...((own.graphic ?? []) as Shape[]), ...syntheticMark(chart)];
  return {
    height: Math.ceil(chart.height ?? height),
    option: {
      animation: false,
      ...own,
      textStyle: { fontFamily: family, fontSize: type.chart, color: ink.text },
      graphic: { elements: shapes as never },
    },
  };
}
