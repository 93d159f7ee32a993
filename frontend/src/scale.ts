/** Linear scales with round steps. */

export interface Scale {
  minimum: number;
  maximum: number;
  step: number;
}

/** A range that holds the values and whose ends and steps are round numbers. */
export function roundScale(values: readonly number[], steps = 5, fromZero = false): Scale {
  let low = Math.min(...values, ...(fromZero ? [0] : []));
  let high = Math.max(...values, ...(fromZero ? [0] : []));
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1];
  if (low === high) [low, high] = [low - 1, high + 1];
  const rough = (high - low) / steps;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10);
  const tidy = (value: number): number => Number(value.toPrecision(12));
  return {
    minimum: tidy(Math.floor(low / step) * step),
    maximum: tidy(Math.ceil(high / step) * step),
    step: tidy(step),
  };
}

/** The marks of a scale from its minimum to its maximum. */
export function ticks(scale: Scale): number[] {
  const count = Math.round((scale.maximum - scale.minimum) / scale.step);
  return Array.from({ length: count + 1 }, (_, i) => Number((scale.minimum + i * scale.step).toPrecision(12)));
}

/** A function from values to pixels. */
export function linear(
  scale: { minimum: number; maximum: number },
  from: number,
  to: number,
): (value: number) => number {
  const length = scale.maximum - scale.minimum || 1;
  return (value) => from + ((value - scale.minimum) / length) * (to - from);
}
