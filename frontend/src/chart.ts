/** What a chart is here: the same record that Python writes, and what a builder makes of it. */
import type { EChartsOption } from "./echarts";

export interface Chart<Data = unknown> {
  name: string;
  kind: string;
  title: string;
  subtitle: string;
  data: Data;
  note: string;
  alt: string;
  language: "zh" | "en";
  width: number;
  /** Pixels; null lets the marks decide. */
  height: number | null;
  synthetic: boolean;
}

/** What a builder returns: the option without the parts that all charts share, and the height the marks need. */
export interface Drawing {
  option: EChartsOption;
  height: number;
}

export type Builder<Data = never> = (chart: Chart<Data>) => Drawing;

/** One bar, column or other single value with its words. */
export interface Row {
  label: string;
  value: number | null;
  /** The value as it is shown. */
  text: string;
  /** A word after the value, in softer ink. */
  note?: string;
  n?: number;
  emphasis?: boolean;
  tier?: number | null;
  /** The value is known only as a bound: `at_least` (true says the same) or `at_most`. */
  open?: boolean | "at_least" | "at_most";
  /** With several series: one value and one text a series. */
  values?: (number | null)[];
  texts?: string[];
}

export interface Series {
  name: string;
  /** The tier that the series stands for, whose colour it then takes. */
  tier?: number;
}
