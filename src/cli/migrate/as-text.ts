import type { Survey, Use } from '../../bpmn/migration/survey';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import type { MigrationReport, Totals } from './migration-report';
import { becomesWords, counted, dialectWord, expressionWords, outcomeWords, totalWords } from './words';

/** The report for a terminal. */
export function asText({ diagrams, totals }: MigrationReport): string {
  return [...diagrams.map(diagramText), totalsText(totals)].join('\n\n');
}

function diagramText(survey: Survey): string {
  const { file, processes, uses, diagnostics, noted, expressions } = survey;
  const workflows = processes.map(({ id, workflow }) => (id === workflow ? id : `${id} → ${workflow}`));
  const inLanguages = expressionWords(expressions);
  return [
    `${file} (${dialectWord(survey)}): ${outcomeWords(survey)}`,
    ...(workflows.length > 0 ? [`  workflows: ${workflows.join(', ')}`] : []),
    ...columns(uses.map(useCells)),
    ...(inLanguages ? [`  expressions: ${inLanguages}`] : []),
    ...diagnostics.filter(({ code }) => code !== 'not-executable').map(problemLine),
    ...(noted.length > 0 ? [`  no longer needed: ${noted.map(notedWords).join(', ')}`] : []),
  ].join('\n');
}

function useCells({ origin, text, becomes, label, line }: Use): string[] {
  return [origin, shortened(text), `→ ${becomesWords(becomes)}`, `${label}, line ${line}`];
}

function problemLine({ severity, code, element, position, message }: Diagnostic): string {
  const place = [...(element ? [element] : []), ...(position ? [`line ${position.line}`] : [])].join(', ');
  return `  ${severity} ${code}${place && ` (${place})`}: ${message}`;
}

function notedWords({ name, count }: Survey['noted'][number]): string {
  return `${count} × ${name}`;
}

function totalsText(totals: Totals): string {
  const { activities, refusals } = totals;
  const calls = activities.reduce((sum, activity) => sum + activity.calls, 0);
  return [
    `${totalWords(totals)}.`,
    ...(activities.length > 0
      ? [
          `${counted(activities.length, 'activity')} to write, for ${counted(calls, 'call')}: ${names(totals)}.`,
        ]
      : []),
    ...(refusals.length > 0 ? ['Refused for:', ...columns(refusals.map(refusalCells))] : []),
  ].join('\n');
}

function names({ activities }: Totals): string {
  return activities.map(({ name, calls }) => (calls === 1 ? name : `${name} (${calls})`)).join(', ');
}

function refusalCells({ code, count, diagrams }: Totals['refusals'][number]): string[] {
  return [String(count), code, `in ${counted(diagrams, 'diagram')}`];
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
