import type { XmlElement } from '../1-parse/xml-element';
import { isTrue } from './diagram';
import type { TimerTrigger } from './trigger-types';

/** `1d2h30m`, `10s`, `500ms`; a number alone counts milliseconds. */
const TIME = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m(?!s))?\s*(?:(\d+)s)?\s*(?:(\d+)(?:ms)?)?$/;

/** What jBPM writes for a duration or cycle, in ISO 8601; undefined if it is no such text, or cannot be said there. */
export function jbpmTime(text: string, type: TimerTrigger['type'], event: XmlElement): string | undefined {
  if (type === 'duration') return isoDuration(text);
  if (type !== 'cycle') return undefined;
  // the time until it happens first, and that between two times
  const [first = '', next = first, ...rest] = text.split('###').map((part) => part.trim());
  const [delay, period] = [isoDuration(first), isoDuration(next)];
  if (delay === undefined || period === undefined || rest.length > 0) return undefined;
  return delay === period || happensOnce(event) ? `R/${delay}` : undefined;
}

function isoDuration(text: string): string | undefined {
  const parts = text === '' ? null : TIME.exec(text);
  if (!parts) return undefined;
  const [days, hours, minutes, seconds, milliseconds] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0)) as [number, number, number, number, number];
  const fraction = seconds + milliseconds / 1000;
  const time = `${part(hours, 'H')}${part(minutes, 'M')}${part(fraction, 'S')}`;
  const date = part(days, 'D');
  return date === '' && time === '' ? 'PT0S' : `P${date}${time && `T${time}`}`;
}

function part(value: number, unit: string): string {
  return value === 0 ? '' : `${String(value)}${unit}`;
}

/** A path waits for it, or it ends what it watches. */
function happensOnce({ type, attributes }: XmlElement): boolean {
  if (type === 'bpmn:BoundaryEvent') return isTrue(attributes.get('cancelActivity') ?? 'true');
  return type === 'bpmn:IntermediateCatchEvent';
}
