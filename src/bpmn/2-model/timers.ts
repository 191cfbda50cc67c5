import type { XmlElement } from '../1-parse/xml-element';
import { parseIsoCycle, parseIsoDate, parseIsoDuration } from '../../shared/durations';
import { cronText } from './cron';
import type { Context, ElementReader } from './element-reader';
import { bpmnExpression, literal } from './expressions';
import { jbpmTime } from './jbpm-time';
import { openValue } from './open-values';
import type { TimerTrigger } from './trigger-types';

interface Form {
  readonly element: string;
  readonly type: TimerTrigger['type'];
  readonly parse: (text: string) => unknown;
  /** In messages. */
  readonly means: string;
  readonly example: string;
}

const FORMS: readonly Form[] = [
  {
    element: 'bpmn:timeDate',
    type: 'date',
    parse: parseIsoDate,
    means: 'ISO 8601 date',
    example: '2030-01-31T12:00:00Z',
  },
  {
    element: 'bpmn:timeDuration',
    type: 'duration',
    parse: parseIsoDuration,
    means: 'ISO 8601 duration',
    example: 'PT15M or P1DT12H',
  },
  {
    element: 'bpmn:timeCycle',
    type: 'cycle',
    parse: parseIsoCycle,
    means: 'ISO 8601 repetition or cron expression',
    example: 'R3/PT10M (three times, every ten minutes) or 0 30 6 ? * MON-FRI (at half past six on workdays)',
  },
];

/** A timer says when in exactly one form, or a variable does; text without a mark must be ISO 8601 or cron. */
export function readTimer(
  reader: ElementReader,
  event: XmlElement,
  context: Context,
): TimerTrigger | undefined {
  const { diagram, reporter } = context;
  const { place } = diagram.document;
  const written = FORMS.flatMap((form) => {
    const child = reader.child(form.element);
    return child ? [{ form, child }] : [];
  });
  const [only] = written;
  if (written.length > 1) return undefined; // a rule reports it
  const text = only?.child.element.text ?? '';
  if (!only || text === '') {
    if (only) leaveLanguage(only.child);
    const value = openValue('time', event, context);
    return Object.freeze({ kind: 'timer', type: only?.form.type ?? 'duration', value, open: true });
  }
  const { form, child } = only;
  const plain = plainTime(text, form, event, context);
  if (plain !== undefined) {
    // A time that stands for itself does so whatever language the file declares for expressions.
    leaveLanguage(child);
    const value = literal(plain, place.text(child.element).position);
    return Object.freeze({ kind: 'timer', type: form.type, value });
  }
  const value = bpmnExpression(child, 'literal', context);
  if (value?.language === 'literal') {
    const parameters = { value: value.text, type: form.means, example: form.example };
    reporter.report('timer-invalid', place.text(child.element), parameters);
    return undefined;
  }
  return value && Object.freeze({ kind: 'timer', type: form.type, value });
}

function leaveLanguage(reader: ElementReader): void {
  for (const name of ['language', 'xsi:type', 'evaluatesToTypeRef']) reader.attribute(name);
}

/** A time that stands for itself: ISO 8601, or as a cycle a cron expression. */
function plainTime(
  text: string,
  { type, parse }: Form,
  event: XmlElement,
  { diagram }: Context,
): string | undefined {
  if (parse(text) !== undefined) return text;
  const ofJbpm = diagram.dialect === 'jbpm' ? jbpmTime(text, type, event) : undefined;
  if (ofJbpm !== undefined) return ofJbpm;
  return type === 'cycle' ? cronText(text, diagram.dialect) : undefined;
}

export function isProcessStart(event: XmlElement): boolean {
  return event.type === 'bpmn:StartEvent' && event.parent?.type === 'bpmn:Process';
}
