/** The parts of ECharts that the charts use, and nothing more: the bundle is parsed anew by every process that draws. */
import { BarChart, CustomChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { GraphicComponent, GridComponent, MarkLineComponent, RadarComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  CustomChart,
  LineChart,
  RadarChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  RadarComponent,
  SVGRenderer,
]);

export { init, use };
export type { EChartsOption } from "echarts";
