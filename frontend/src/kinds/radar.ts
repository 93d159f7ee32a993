/** At most four profiles over the same axes in one radar, against their median. */
import type { Chart, Drawing } from "../chart";
import { ink, mark, seriesColour, tierColour, type } from "../looks";
import { headroom, key, type KeyItem } from "../parts";
import { coordinates, profileSeries, type Axis } from "../radar_parts";
import { balance, heightOf } from "../text";

interface Profile {
  name: string;
  values: (number | null)[];
  role: "unit" | "median";
  tier?: number | null;
}

export interface RadarData {
  axes: Axis[];
  profiles: Profile[];
}

const AREA = 330;
const DASHES: (number[] | "solid")[] = ["solid", [7, 3], [2, 2], [9, 3, 2, 3]];

export function radar(chart: Chart<RadarData>): Drawing {
  const { axes, profiles } = chart.data;
  let unit = 0;
  const units = profiles.filter((profile) => profile.role === "unit").length;
  const looks = profiles.map((profile) => {
    if (profile.role === "median") return { colour: ink.soft, dash: [4, 3], fill: 0, width: 1.5 };
    const colour = profile.tier ? tierColour(profile.tier) : seriesColour(unit);
    return { colour, dash: DASHES[unit++ % DASHES.length] ?? "solid", fill: units > 1 ? 0 : 0.1 };
  });
  const items: KeyItem[] = profiles.map((profile, i) => {
    const dash = looks[i]?.dash;
    return { label: profile.name, colour: looks[i]?.colour ?? mark, line: true, dashed: Array.isArray(dash) && dash };
  });
  const legend = key(items, 0, chart.width, headroom(chart));
  const top = headroom(chart) + legend.height;
  const labelWidth = Math.min(150, chart.width * 0.24);
  const lines = Math.max(...axes.map((axis) => balance(axis.label, labelWidth).length + (axis.text ? 1 : 0)));
  const margin = heightOf(lines) + 12;
  const radius = Math.min(
    AREA / 2,
    chart.width / 2 - labelWidth - 12,
    chart.height ? (chart.height - top) / 2 - margin : Infinity,
  );
  const centre: [number, number] = [chart.width / 2, top + margin + radius];
  return {
    height: top + 2 * (margin + radius),
    option: {
      radar: coordinates(axes, centre, radius, { size: type.chart, width: labelWidth }) as never,
      series: profiles.map((profile, i) =>
        profileSeries(0, profile.values, profile.name, looks[i] ?? { colour: mark, dash: "solid", fill: 0 }),
      ) as never,
      graphic: legend.shapes as never,
    },
  };
}
