import { compile } from 'batonflow/compiler';
import type { List, Report } from '../report';
import { readDiagram, readImports, type ConstraintFile, type Suite } from '../suites';
import { explain, verdictOf } from '../verdict';
import { judge, type Outcome } from './judge';

interface Judged {
  readonly file: ConstraintFile;
  readonly outcome: Outcome;
  readonly why: string;
}

/** Compiles each file with `strict`: two numbers count, invalid files caught and valid ones called invalid. */
export async function measureConstraints(suite: Suite, files: readonly ConstraintFile[]): Promise<Report> {
  const judged: Judged[] = [];
  for (const file of files) {
    const diagram = readDiagram(suite, file.diagram);
    const imports = readImports(suite, diagram);
    const { diagnostics } = await compile(diagram, { strict: true, imports });
    judged.push({ file, outcome: judge(file, verdictOf(diagnostics)), why: explain(diagnostics) });
  }
  const count = (outcome: Outcome, executable?: boolean) =>
    judged.filter(
      (one) => one.outcome === outcome && (executable === undefined || one.file.executable === executable),
    ).length;
  const row = (what: string, outcome: Outcome) => [what, count(outcome), count(outcome, true)];
  const passed = count('caught') + count('accepted');
  return {
    name: suite.name,
    about: 'files that break one static rule of the standard each, and valid ones; compiled with --strict',
    tables: [
      {
        head: ['', 'files', 'executable ones'],
        rows: [
          row('invalid, rejected by a rule', 'caught'),
          row('invalid, rejected only as not supported or not executable', 'caught-by-limit'),
          row('invalid, compiled', 'missed'),
          row('valid, not rejected', 'accepted'),
          row('valid, rejected as not supported yet', 'not-yet'),
          row('valid, rejected as invalid', 'wronged'),
        ],
      },
    ],
    lists: [
      list('Valid, rejected as invalid', judged, 'wronged'),
      list('Invalid, compiled', judged, 'missed'),
      list('Invalid, rejected only as not supported or not executable', judged, 'caught-by-limit'),
      list('Valid, rejected as not supported yet', judged, 'not-yet'),
    ],
    passed,
    failed: judged.length - passed,
  };
}

function list(title: string, judged: readonly Judged[], wanted: Outcome): List {
  return {
    title,
    lines: judged
      .filter(({ outcome }) => outcome === wanted)
      .map(({ file, why }) => {
        const rule = file.valid ? '' : ` [${ruleOf(file)}]`;
        return `${file.diagram}:${rule} ${why}`;
      }),
  };
}

/** Some texts are whole paragraphs, some are missing. */
function ruleOf({ constraint, text }: ConstraintFile): string {
  if (!text) return constraint;
  return `${constraint} ${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
}
