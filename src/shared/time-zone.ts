/**
 * Clocks of the world, by `Intl`. A wall time is a `Date` whose UTC fields are what the clock shows.
 */
export interface TimeZone {
  /** What the clock shows at a moment. */
  wallTime(moment: Date): Date;
  /** The moments at which it shows a time: none where it is put forward over it, two where it is put back over it. */
  moments(wallTime: Date): readonly Date[];
}

const DAY = 86_400_000;
const UTC: TimeZone = { wallTime: (moment) => moment, moments: (wallTime) => [wallTime] };

/** The time zone of a name such as `Europe/Berlin`; undefined if there is none. UTC without a name. */
export function timeZone(name: string | undefined): TimeZone | undefined {
  if (name === undefined || /^(Z|UTC|Etc\/UTC|GMT)$/.test(name)) return UTC;
  const format = formatOf(name);
  if (!format) return undefined;
  const wallTime = (moment: Date) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const seconds = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return new Date(seconds + moment.getUTCMilliseconds());
  };
  const offsetAt = (moment: Date) => wallTime(moment).getTime() - moment.getTime();
  return {
    wallTime,
    moments(wall) {
      // Clocks are put forward and back by hours, so a day before and after they show both.
      const offsets = [-DAY, DAY].map((away) => offsetAt(new Date(wall.getTime() + away)));
      return [...new Set(offsets)]
        .map((offset) => new Date(wall.getTime() - offset))
        .filter((moment) => wallTime(moment).getTime() === wall.getTime())
        .sort((a, b) => a.getTime() - b.getTime());
    },
  };
}

/** The moment that a clock means: the first of two; where it is put forward over the time, as much later. */
export function momentAt(wallTime: Date, zone: TimeZone): Date {
  const [first] = zone.moments(wallTime);
  if (first) return first;
  const before = new Date(wallTime.getTime() - DAY);
  const [dayBefore = before] = zone.moments(before);
  return new Date(dayBefore.getTime() + DAY);
}

function formatOf(name: string): Intl.DateTimeFormat | undefined {
  // Offsets are no zones: ISO 8601 has its own place for them.
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
