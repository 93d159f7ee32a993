/** The palette, type scale and sizes, read from the one place that holds them. */
import looks from "../../src/parkindex/charts/looks.json";

export const { ink, mark, accent, tiers, parts, ramp, sizes, type } = looks;
export const markSoft = looks.mark_soft;

/** Colour of the line with this position among several. */
export function seriesColour(position: number): string {
  return looks.series[position % looks.series.length] ?? mark;
}

/** The font families of a language, as CSS writes them. */
export function families(language: "zh" | "en"): string {
  return looks.font.families[language].map((name) => `'${name}'`).join(",");
}

/** Colour of a tier, 1 being the best; tiers beyond the palette, and none, are grey. */
export function tierColour(tier: number | null | undefined): string {
  return (tier ? tiers[tier - 1]?.colour : undefined) ?? ink.faint;
}

/** Colour of the part with this position among the parts of a whole. */
export function partColour(position: number): string {
  return parts[position % parts.length] ?? ink.faint;
}

/** Colour on the sequential ramp for a share of its length, 0 to 1. */
export function rampColour(share: number): string {
  const step = Math.min(ramp.length - 1, Math.max(0, Math.floor(share * ramp.length)));
  return ramp[step] ?? ink.hair;
}

/** Relative luminance of a colour written as #rrggbb, as WCAG 2 defines it. */
export function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Dark or white text, whichever has the greater contrast with a fill. */
export function inkOn(fill: string): string {
  const light = luminance(fill);
  const [onWhite, onDark] = [1.05 / (light + 0.05), (light + 0.05) / (luminance(ink.text) + 0.05)];
  return onDark > onWhite ? ink.text : ink.paper;
}
