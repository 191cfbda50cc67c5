import type { Survey } from '../../bpmn/migration/survey';
import type { MigrationReport, Totals } from './migration-report';
import { becomesWords, dialectWord, expressionWords, outcomeWords, totalWords } from './words';

/** The report as a page to keep and to work through. */
export function asMarkdown({ totals, diagrams }: MigrationReport): string {
  const parts = [
    ['# Migration report', `${totalWords(totals)}.`],
    table(
      ['diagram', 'dialect', 'result', 'activities', 'errors'],
      diagrams.map((survey) => [
        code(survey.file),
        dialectWord(survey),
        outcomeWords(survey),
        String(survey.uses.filter(({ becomes }) => becomes.kind === 'activity').length),
        String(survey.diagnostics.filter(({ severity }) => severity === 'error').length),
      ]),
    ),
    ...section('## Activities to write', activityRows(totals)),
    ...section('## What stands in the way', refusalRows(totals)),
    ...diagrams.flatMap(diagramParts),
  ];
  return `${parts.map((lines) => lines.join('\n\n')).join('\n\n')}\n`;
}

function activityRows({ activities }: Totals): string[] {
  return table(
    ['activity', 'calls'],
    activities.map(({ name, calls }) => [code(name), String(calls)]),
  );
}

function refusalRows({ refusals }: Totals): string[] {
  return table(
    ['code', 'errors', 'diagrams'],
    refusals.map(({ code: name, count, diagrams }) => [code(name), String(count), String(diagrams)]),
  );
}

function diagramParts(survey: Survey): string[][] {
  const { file, uses, diagnostics, noted, expressions, processes } = survey;
  const workflows = processes.map(({ workflow }) => code(workflow)).join(', ');
  const inLanguages = expressionWords(expressions);
  const facts = [
    `${dialectWord(survey)}; ${outcomeWords(survey)}.`,
    ...(workflows ? [`Workflows: ${workflows}.`] : []),
    ...(inLanguages ? [`Expressions: ${inLanguages}.`] : []),
  ];
  return [
    [`## ${escaped(file)}`, facts.join(' ')],
    ...section(
      '### What it uses',
      table(
        ['line', 'element', 'in the diagram', 'becomes'],
        uses.map(({ line, label, origin, text, becomes }) => [
          String(line),
          escaped(label),
          `${origin} ${code(text)}`,
          escaped(becomesWords(becomes)),
        ]),
      ),
    ),
    ...section(
      '### Errors and warnings',
      table(
        ['line', 'severity', 'code', 'element', 'message', 'what to do'],
        diagnostics.map(({ position, severity, code: name, element, message, hint, url }) => [
          position ? String(position.line) : '',
          severity,
          `[${name}](${url})`,
          element === undefined ? '' : code(element),
          escaped(message),
          escaped(hint ?? ''),
        ]),
      ),
    ),
    ...section(
      '### No longer needed',
      table(
        ['in the diagram', 'times', 'why'],
        noted.map(({ name, count, reason }) => [code(name), String(count), escaped(reason)]),
      ),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [[title, ...lines]];
}

/** One block of text; nothing without rows. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}

/** Text of a diagram is text: it cannot end a cell, or be taken for markup. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, '\\$&');
}

/** Between backticks only the bar ends a cell; a text with backticks of its own needs longer ones. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\|/g, '\\|');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}
