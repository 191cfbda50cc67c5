import { parseCron, partsOf } from '../../shared/cron';
import { timeZone } from '../../shared/time-zone';
import type { Dialect } from './types';

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * A cron expression as this product writes it, undefined if it is none. Camunda 7 and Flowable read those with seconds by
 * Quartz, which counts the days of the week from Sunday = 1; everybody else, Camunda 8 as well, from 0. Named days say the
 * same to all.
 */
export function cronText(text: string, dialect: Dialect): string | undefined {
  const { zone, fields } = partsOf(text);
  const isQuartz = fields.length > 5 && dialect !== 'camunda8';
  const named = isQuartz ? fields.map((field, index) => (index === 5 ? namedDays(field) : field)) : fields;
  const prefix = zone === undefined ? [] : [`CRON_TZ=${zone}`];
  const written = isQuartz ? [...prefix, ...named].join(' ') : text.trim();
  const cron = parseCron(written);
  return cron && timeZone(cron.zone) ? written : undefined;
}

/** `2-6` → `MON-FRI`, `6#3` → `FRI#3`, but not the steps in `1/2` nor the weeks behind `#`. */
function namedDays(field: string): string {
  return field.replace(/(?<![\d#/])\d+/g, (day) => DAYS[Number(day) - 1] ?? `${day}?`);
}
