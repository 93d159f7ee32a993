/** Documents and speeches on a time axis: cards under the axis where there is room, a list on a narrow sheet. */
import type { Chart, Drawing } from "../chart";
import { accent, ink, mark, type } from "../looks";
import { headroom, key, rule, sheet, words, type Shape } from "../parts";
import { linear } from "../scale";
import { balance, heightOf, wrap } from "../text";
import { dateText, yearOf } from "../words";

interface Event {
  /** Year, year-month or year-month-day. */
  date: string;
  label: string;
  text?: string;
  /** The sort of event, in the chart's language; the first sort is filled, others are hollow. */
  kind?: string;
}

export interface TimelineData {
  events: Event[];
}

const GAP = 16;

interface Sorts {
  sorts: string[];
  dot(event: Event, x: number, y: number): Shape;
}

function sorting(events: Event[]): Sorts {
  const sorts = [...new Set(events.flatMap((event) => event.kind ?? []))];
  const dot = (event: Event, x: number, y: number): Shape => {
    const hollow = sorts.indexOf(event.kind ?? "") > 0;
    const style = { fill: hollow ? ink.paper : mark, stroke: hollow ? accent : mark, lineWidth: 2 };
    return { type: "circle", silent: true, z: 3, shape: { cx: x, cy: y, r: 5 }, style };
  };
  return { sorts, dot };
}

/** A card of date, name and words; returns its height. */
function card(event: Event, x: number, y: number, width: number, language: "zh" | "en", shapes: Shape[]): number {
  const label = balance(event.label, width, type.chart, true);
  const text = event.text ? wrap(event.text, width, type.small + 1) : [];
  const labelTop = heightOf(1, type.small + 1) + 2;
  const textTop = labelTop + heightOf(label.length) + 4;
  shapes.push(words(x, y, dateText(event.date, language), { size: type.small + 1, fill: ink.soft, vertical: "top" }));
  shapes.push(words(x, y + labelTop, label, { bold: true, vertical: "top" }));
  if (text.length) shapes.push(words(x, y + textTop, text, { size: type.small + 1, fill: ink.soft, vertical: "top" }));
  return textTop + heightOf(text.length, type.small + 1);
}

function across(chart: Chart<TimelineData>, events: Event[], top: number, { dot }: Sorts): Drawing {
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
    shapes.push(rule(from, axis + 5, near, cards - 6), dot(event, from, axis));
    return card(event, to, cards, slot - GAP, chart.language, shapes);
  });
  return sheet(shapes, cards + Math.max(...heights) + 4);
}

function down(chart: Chart<TimelineData>, events: Event[], top: number, { dot }: Sorts): Drawing {
  const shapes: Shape[] = [];
  let y = top + 4;
  const axis: Shape[] = [];
  for (const event of events) {
    shapes.push(dot(event, 8, y + 9));
    y += card(event, 26, y, chart.width - 28, chart.language, shapes) + GAP;
  }
  axis.push(rule(8, top + 8, 8, y - GAP, { stroke: ink.line }));
  return sheet([...axis, ...shapes], y - GAP + 4);
}

export function timeline(chart: Chart<TimelineData>): Drawing {
  const events = [...chart.data.events].sort((a, b) => yearOf(a.date) - yearOf(b.date));
  const sorts = sorting(events);
  const items = sorts.sorts.map((label, i) => ({ label, colour: i ? accent : mark, dashed: i > 0 }));
  const legend = items.length > 1 ? key(items, 0, chart.width, headroom(chart)) : { shapes: [], height: 0 };
  const top = headroom(chart) + legend.height;
  const wide = events.length > 0 && chart.width / events.length >= 140;
  const drawing = (wide ? across : down)(chart, events, top, sorts);
  return { ...drawing, option: { graphic: [...legend.shapes, ...(drawing.option.graphic as Shape[])] as never } };
}
