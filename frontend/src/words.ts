/** The few words that belong to a kind of chart itself, in both languages. */
import type { Chart } from "./chart";

const dictionary = {
  synthetic: { zh: "合成数据", en: "Synthetic data" },
  thisUnit: { zh: "本单元", en: "This unit" },
  median: { zh: "全体中位数", en: "Median of all" },
  tierMedian: { zh: "所在梯队中位数", en: "Median of its tier" },
  range: { zh: "全体范围", en: "Range of all" },
  less: { zh: "低", en: "Low" },
  more: { zh: "高", en: "High" },
  none: { zh: "无", en: "None" },
} as const;

export function word(chart: Chart<unknown>, name: keyof typeof dictionary): string {
  return dictionary[name][chart.language];
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date of year, year-month or year-month-day as each language writes it. */
export function dateText(date: string, language: "zh" | "en"): string {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return language === "zh" ? `${year}年` : String(year);
  if (language === "zh") return `${year}年${month}月${day ? `${day}日` : ""}`;
  return `${day ? `${day} ` : ""}${MONTHS[month - 1]} ${year}`;
}

/** A date as a number of years, for a time axis. */
export function yearOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return (year ?? 0) + ((month ?? 1) - 1) / 12 + ((day ?? 1) - 1) / 365;
}
