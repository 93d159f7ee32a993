/** The axes and the profiles of a radar, for the single one and the small ones. */
import { ink, type } from "./looks";
import { balance } from "./text";

export interface Axis {
  label: string;
  max: number;
  /** A second line under the name, for example the value. */
  text?: string;
}

/** How a profile is drawn: a dashed line without area for a median, else a line over a pale area. */
export interface ProfileLook {
  colour: string;
  dash: number[] | "solid";
  /** Opacity of the area. */
  fill: number;
  width?: number;
}

/** The coordinate system of one radar; without a size for labels its axes are not named. */
export function coordinates(
  axes: Axis[],
  centre: [number, number],
  radius: number,
  label: { size: number; width: number } | null,
): object {
  return {
    indicator: axes.map((axis) => ({ name: axis.label, max: axis.max, min: 0 })),
    center: centre,
    radius,
    splitNumber: 4,
    axisNameGap: 7,
    axisName: label
      ? {
          color: ink.text,
          fontSize: label.size,
          lineHeight: label.size * type.line,
          formatter: (name?: string) => {
            const text = axes.find((axis) => axis.label === name)?.text;
            return [...balance(name ?? "", label.width, label.size), ...(text ? [text] : [])].join("\n");
          },
        }
      : { show: false },
    splitArea: { show: false },
    splitLine: { lineStyle: { color: ink.hair } },
    axisLine: { lineStyle: { color: ink.line } },
  };
}

/** One profile as a series. */
export function profileSeries(radarIndex: number, values: (number | null)[], name: string, look: ProfileLook): object {
  return {
    type: "radar",
    radarIndex,
    silent: false,
    symbol: look.width ? "none" : "circle",
    symbolSize: 4,
    itemStyle: { color: look.colour },
    lineStyle: { color: look.colour, width: look.width ?? 2, type: look.dash },
    areaStyle: { color: look.colour, opacity: look.fill },
    data: [{ value: values, name }],
  };
}
