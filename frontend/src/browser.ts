/**
 * Entry for the published page. Every figure carries its chart as JSON and its drawing as SVG. On a sheet narrower than the
 * chart was designed for, the chart is drawn anew at the width there is; pointing at a mark shows its values. The SVG of the
 * page stays for print, and where scripts do not run.
 */
import { TooltipComponent } from "echarts/components";
import type { Chart } from "./chart";
import { leastWidth, option } from "./charts";
import { init, use } from "./echarts";
import { ink, type } from "./looks";

use([TooltipComponent]);

interface Live {
  figure: HTMLElement;
  chart: Chart;
  sheet: HTMLElement;
  drawing: ReturnType<typeof init> | null;
  width: number;
}

interface Pointed {
  name?: string;
  seriesName?: string;
  data?: { tip?: string };
}

/** Plain text, never markup: what a mark is called comes from an edition's files. */
const tooltip = {
  trigger: "item" as const,
  renderMode: "richText" as const,
  confine: true,
  backgroundColor: ink.text,
  borderWidth: 0,
  textStyle: { color: ink.paper, fontSize: type.chart },
  formatter: (pointed: unknown) => {
    const { data, name } = pointed as Pointed;
    return data?.tip ?? name ?? "";
  },
};

/** The sheet on which a chart is drawn live, beside the drawing of the page. */
function sheetFor(figure: HTMLElement): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "live-chart";
  sheet.setAttribute("aria-hidden", "true");
  sheet.style.overflowX = "auto";
  figure.querySelector("svg")?.before(sheet);
  return sheet;
}

function draw(live: Live): void {
  const room = Math.floor(live.sheet.clientWidth || live.figure.clientWidth);
  if (!room) return;
  const width = Math.min(live.chart.width, Math.max(room, leastWidth(live.chart)));
  if (live.drawing && width === live.width) return;
  const { option: what, height } = option({
    ...live.chart,
    width,
    height: width < live.chart.width ? null : live.chart.height,
  });
  live.drawing?.dispose();
  live.sheet.replaceChildren(document.createElement("div"));
  const target = live.sheet.firstElementChild as HTMLElement;
  Object.assign(target.style, { width: `${width}px`, height: `${height}px`, margin: "0 auto" });
  live.drawing = init(target, null, { renderer: "svg", width, height });
  live.drawing.setOption({ ...what, tooltip });
  live.width = width;
}

/** Show the live chart on a screen and the drawing of the page on paper. */
function style(): void {
  const sheet = document.createElement("style");
  sheet.textContent =
    "@media screen { .is-live .live-chart + svg { display: none } } @media print { .live-chart { display: none } }";
  document.head.append(sheet);
}

function start(figure: HTMLElement): Live | null {
  try {
    const chart = JSON.parse(figure.dataset["chart"] ?? "") as Chart;
    const live: Live = { figure, chart, sheet: sheetFor(figure), drawing: null, width: 0 };
    draw(live);
    figure.classList.add("is-live");
    return live;
  } catch (problem) {
    console.warn("a figure stays as it was printed:", problem);
    figure.querySelector(".live-chart")?.remove();
    return null;
  }
}

/** Draw each figure when it comes near the window, so that a long page opens at once. */
function watch(): void {
  style();
  const lives = new Map<Element, Live>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || lives.has(target)) continue;
        near.unobserve(target);
        const live = start(target as HTMLElement);
        if (live) lives.set(target, live);
      }
    },
    { rootMargin: "600px" },
  );
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) near.observe(figure);
  let pending = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => lives.forEach(draw));
  });
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", watch);
else watch();
