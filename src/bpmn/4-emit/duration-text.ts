import { parseIsoDuration } from '../../shared/durations';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** An ISO 8601 duration in the words of Temporal's options: `PT5M` → `5 minutes`. */
export function durationText(iso: string): string {
  const duration = parseIsoDuration(iso);
  if (!duration) throw new Error(`'${iso}' passed the model but is no duration.`);
  // Between two tries nobody reckons with calendar months.
  const days = duration.years * 365 + duration.months * 30 + duration.days;
  const milliseconds = duration.milliseconds + days * 86_400_000;
  const [unit, length] = UNITS.find(
    ([, length]) => milliseconds >= length && milliseconds % length === 0,
  ) ?? ['millisecond', 1];
  const count = milliseconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
