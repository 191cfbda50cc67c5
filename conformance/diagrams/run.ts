import { share, type Report } from '../report';
import { readDiagram, type Suite } from '../suites';
import { explain } from '../verdict';
import { workFolder } from '../work-folder';
import { pass, STAGES, type Passage, type Stage } from './stages';
import { typeCheck } from './type-check';

/** How far real diagrams get: which phases they pass, and whether what comes out type checks beside stubs. */
export function measureDiagrams(suite: Suite, files: readonly string[]): Report {
  const passages = new Map(files.map((file) => [file, pass(readDiagram(suite, file))]));
  const emitted = new Map([...passages].filter(([, { through }]) => through.includes('emit')));
  const problems = typeCheck(emitted, workFolder(suite.name));

  const reached = (stage: Stage, file: string, { through }: Passage) =>
    stage === 'types' ? emitted.has(file) && !problems.has(file) : through.includes(stage);
  const scopes = [...passages.values()].map(({ scopes }) => scopes);
  const all = scopes.reduce((sum, { all }) => sum + all, 0);
  const structured = scopes.reduce((sum, { structured }) => sum + structured, 0);
  const stopped = [...passages].filter(([file, passage]) => !reached('types', file, passage));
  return {
    name: suite.name,
    about:
      'diagrams from elsewhere, all taken as executable, and the phases of the compiler that they get through',
    tables: [
      {
        head: ['diagram', ...STAGES, 'structured scopes'],
        rows: [
          ...[...passages].map(([file, passage]) => [
            file,
            ...STAGES.map((stage) => (reached(stage, file, passage) ? 'yes' : '–')),
            `${passage.scopes.structured} of ${passage.scopes.all}`,
          ]),
          [
            'all',
            ...STAGES.map(
              (stage) => [...passages].filter(([file, passage]) => reached(stage, file, passage)).length,
            ),
            `${structured} of ${all} (${share(structured, all)})`,
          ],
        ],
      },
    ],
    lists: [
      {
        title: 'Stopped',
        lines: stopped.map(
          ([file, { diagnostics }]) => `${file}: ${problems.get(file) ?? explain(diagnostics)}`,
        ),
      },
    ],
    passed: files.length - stopped.length,
    failed: stopped.length,
  };
}
