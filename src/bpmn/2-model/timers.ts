import { parseIsoCycle, parseIsoDate, parseIsoDuration } from '../../shared/durations';
import type { Context, ElementReader } from './element-reader';
import { bpmnExpression } from './expressions';
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
    means: 'ISO 8601 repetition',
    example: 'R3/PT10M (three times, every ten minutes)',
  },
];

/** A timer says when in exactly one form; text without a mark must be ISO 8601. */
export function readTimer(reader: ElementReader, context: Context): TimerTrigger | undefined {
  const { diagram, reporter } = context;
  const { place } = diagram.document;
  const written = FORMS.flatMap((form) => {
    const child = reader.child(form.element);
    return child ? [{ form, child }] : [];
  });
  const [only] = written;
  if (written.length > 1) return undefined; // a rule reports it
  if (!only) {
    const parameters = { element: 'timer', detail: ' without a time' };
    reporter.report('element-not-supported', place.of(reader.element), parameters);
    return undefined;
  }
  const value = bpmnExpression(only.child, 'literal', context);
  const isRead = (text: string) => only.form.parse(text) !== undefined || (isAtStart(reader) && isCron(text));
  if (value?.language === 'literal' && !isRead(value.text)) {
    const parameters = { value: value.text, type: only.form.means, example: only.form.example };
    reporter.report('timer-invalid', place.text(only.child.element), parameters);
    return undefined;
  }
  return value && Object.freeze({ kind: 'timer', type: only.form.type, value });
}

/** Schedules, which start processes, may have cron expressions; a run waits by ISO 8601 alone. */
function isAtStart({ element }: ElementReader): boolean {
  const event = element.parent;
  return event?.type === 'bpmn:StartEvent' && event.parent?.type === 'bpmn:Process';
}

/** Five fields, or six or seven of Quartz. */
function isCron(text: string): boolean {
  return /^([\d*?/,\-A-Z#]+\s+){4,6}[\d*?/,\-A-Z#]+$/i.test(text.trim());
}
