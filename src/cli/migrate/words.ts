import type { ExpressionCounts } from '../../bpmn/migration/expressions';
import type { Becomes, Survey } from '../../bpmn/migration/survey';
import type { Totals } from './migration-report';

const DIALECTS: Readonly<Record<NonNullable<Survey['dialect']>, string>> = {
  bpmn: 'plain BPMN',
  camunda7: 'Camunda 7',
  camunda8: 'Camunda 8',
  flowable: 'Flowable',
  jbpm: 'jBPM',
  signavio: 'Signavio',
};
const LANGUAGES = { feel: 'FEEL', juel: 'JUEL', javascript: 'JavaScript' } as const;

export function dialectWord({ dialect }: Survey): string {
  return dialect === undefined ? 'not readable as BPMN' : DIALECTS[dialect];
}

/** `compiles as it is`, `compiles, with 2 warnings`, `refused, with 3 errors` */
export function outcomeWords({ outcome, diagnostics }: Survey): string {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  if (outcome === 'picture') return 'not meant to run: no process in it is marked as executable';
  if (outcome === 'refused') return `refused, with ${counted(count('error'), 'error')}`;
  const warnings = count('warning');
  return warnings === 0 ? 'compiles as it is' : `compiles, with ${counted(warnings, 'warning')}`;
}

export function becomesWords(becomes: Becomes): string {
  switch (becomes.kind) {
    case 'activity':
      return `activity ${becomes.name}`;
    case 'refused':
      return `refused (${becomes.codes.join(', ')})`;
    case 'nothing':
      return 'nothing that runs';
    default:
      return becomes.kind;
  }
}

/** `3 in JUEL, 1 in JavaScript`; empty without any. */
export function expressionWords(counts: ExpressionCounts): string {
  return Object.entries(LANGUAGES)
    .flatMap(([language, name]) => {
      const count = counts[language as keyof typeof LANGUAGES];
      return count ? `${count} in ${name}` : [];
    })
    .join(', ');
}

/** `13 diagrams: 5 compile, 6 are refused, 2 are pictures (not marked as executable)` */
export function totalWords({ diagrams, compile, refused, pictures }: Totals): string {
  const parts = [
    `${compile} compile`,
    `${refused} refused`,
    ...(pictures > 0 ? [`${pictures} not marked as executable`] : []),
  ];
  return `${counted(diagrams, 'diagram')}: ${parts.join(', ')}`;
}

export function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/y$/, 'ie').replace(/$/, 's')}`;
}
