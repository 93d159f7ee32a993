/** Documents and speeches on a time axis: cards under the axis where there is room, a list on a narrow sheet. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, type } from "../looks";
import { headroom, rule, sheet, words, type Shape } from "../parts";
import { linear } from "../scale";
import { balance, heightOf, wrap } from "../text";
import { dateText, yearOf } from "../words";

interface Event {
  /** Year, year-month or year-month-day. */
  date: string;
  label: string;
  text?: string;
  /** The sort of event, in the chart's language; it stands beside the date. */
  kind?: string;
}

export interface TimelineData {
  events: Event[];
}

const GAP = 16;

function dot(x: number, y: number): Shape {
  return { type: "circle", silent: true, z: 3, shape: { cx: x, cy: y, r: 5 }, style: { fill: mark } };
}

/** A card of date and sort, name and words; returns its height. */
function card(event: Event, x: number, y: number, width: number, language: "zh" | "en", shapes: Shape[]): number {
  const label = balance(event.label, width, type.chart, true);
  const text = event.text ? wrap(event.text, width, type.small + 1) : [];
  const labelTop = heightOf(1, type.small + 1) + 2;
  const textTop = labelTop + heightOf(label.length) + 4;
  const head = [dateText(event.date, language), event.kind ?? ""].filter(Boolean).join(" · ");
  shapes.push(words(x, y, head, { size: type.small + 1, fill: ink.soft, vertical: "top" }));
  shapes.push(words(x, y + labelTop, label, { bold: true, vertical: "top" }));
  if (text.length) shapes.push(words(x, y + textTop, text, { size: type.small + 1, fill: ink.soft, vertical: "top" }));
  return textTop + heightOf(text.length, type.small + 1);
}

function across(chart: Chart<TimelineData>, events: Event[], top: number): Drawing {
  const slot = (chart.width + GAP) / events.length;
  const years = events.map((event) => yearOf(event.date));
  const scale = { minimum: Math.floor(Math.min(...years)), maximum: Math.ceil(Math.max(...years) + 0.01) };
  const at = linear(scale, 6, chart.width - 6);
  const axis = top + 26;
  const cards = axis + 46;
  const shapes: Shape[] = [rule(0, axis, chart.width, axis, { stroke: ink.faint })];
  for (let year = scale.minimum; year <= scale.maximum; year++) {
    const align = year === scale.minimum ? "left" : year === scale.maximum ? "right" : "center";
    shapes.push(rule(at(year), axis - 5, at(year), axis, { stroke: ink.faint }));
    shapes.push(words(at(year), axis - 15, String(year), { size: type.small + 1, fill: ink.soft, align }));
  }
  const heights = events.map((event, i) => {
    const [from, to] = [at(years[i] ?? 0), i * slot];
    const near = Math.max(to + 6, Math.min(from, to + slot - GAP - 24));
    shapes.push(rule(from, axis + 5, near, cards - 6), dot(from, axis));
    return card(event, to, cards, slot - GAP, chart.language, shapes);
  });
  return sheet(shapes, cards + Math.max(...heights) + 4);
}

function down(chart: Chart<TimelineData>, events: Event[], top: number): Drawing {
  const shapes: Shape[] = [];
  let y = top + 4;
  const axis: Shape[] = [];
  for (const event of events) {
    shapes.push(dot(8, y + 9));
    y += card(event, 26, y, chart.width - 28, chart.language, shapes) + GAP;
  }
  axis.push(rule(8, top + 8, 8, y - GAP, { stroke: ink.line }));
  return sheet([...axis, ...shapes], y - GAP + 4);
}

export function timeline(chart: Chart<TimelineData>): Drawing {
  const events = [...chart.data.events].sort((a, b) => yearOf(a.date) - yearOf(b.date));
  const wide = events.length > 0 && chart.width / events.length >= 140;
  return (wide ? across : down)(chart, events, headroom(chart));
}
