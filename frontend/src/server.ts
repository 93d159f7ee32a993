/** Entry for the server side: one global function that turns a chart, as JSON, into SVG. */
import { setPlatformAPI } from "zrender";
import { kinds, option } from "./charts";
import { init } from "./echarts";
import { widthOf } from "./text";
import type { Chart } from "./chart";

setPlatformAPI({
  createCanvas: () => ({}) as HTMLCanvasElement,
  measureText: (text: string, font?: string) => {
    const size = /([\d.]+)px/.exec(font ?? "");
    return { width: widthOf(text, size ? Number(size[1]) : 12, /bold|[7-9]00/.test(font ?? "")) } as TextMetrics;
  },
});

/** Round what ECharts has left unrounded. */
function rounded(tag: string): string {
  return tag.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** Drop what only a live chart needs (hover classes, areas that catch the pointer) and give ids a prefix of the chart's own. */
function tidy(svg: string, prefix: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>\s*/g, "")
    .replace(/ (class|pointer-events|ecmeta_\w+)="[^"]*"/g, "")
    .replace(/<(path|rect)(?![^>]*(stroke=|clip))[^>]* fill="(none|transparent)"[^>]*><\/\1>\n?/g, "")
    .replace(/zr\d+-/g, prefix)
    .replace(/<[a-z][^>]*>/g, rounded);
}

/** Draw one chart. Its ids begin with the chart's own name, so that they are the same in every run and apart on one page. */
function renderChart(json: string): string {
  const chart = JSON.parse(json) as Chart;
  const { option: what, height } = option(chart);
  const instance = init(null, null, { renderer: "svg", ssr: true, width: chart.width, height: chart.height ?? height });
  try {
    instance.setOption(what);
    const svg = instance.renderToSVGString({ useViewBox: true });
    return tidy(svg, `${chart.name}-${chart.language}-`);
  } finally {
    instance.dispose();
  }
}

Object.assign(globalThis, { renderChart, chartKinds: () => JSON.stringify(Object.keys(kinds)) });
