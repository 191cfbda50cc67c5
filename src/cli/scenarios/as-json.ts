import { totalOf, type DiagramCoverage } from '../../testing/scenarios/coverage/coverage';
import { shown } from '../paths';
import type { Prepared } from './prepare';
import { verdictOf, type Result } from './run-files';

/** What `baton test --json` prints. */
export function asJson(
  prepared: readonly Prepared[],
  results: readonly Result[],
  coverage: readonly DiagramCoverage[],
) {
  const problems = prepared.flatMap((one) => (one.kind === 'broken' ? one.problems : []));
  const broken = prepared.filter(({ kind }) => kind === 'broken').length;
  const count = (verdict: ReturnType<typeof verdictOf>) =>
    results.filter((result) => verdictOf(result) === verdict).length;
  return {
    passed: count('passed'),
    failed: count('failed') + broken,
    drafts: count('draft'),
    problems,
    coverage: { ...totalOf(coverage), diagrams: coverage },
    scenarios: results.map(({ of, scenario, index, failures, outcome, milliseconds }) => ({
      file: shown(of.file),
      line: of.scenarios.line(['scenarios', index]),
      name: scenario.name,
      ...(of.label !== undefined && { subject: of.label }),
      passed: verdictOf({ scenario, failures }) === 'passed',
      ...(scenario.draft && { draft: true }),
      milliseconds: Math.round(milliseconds),
      failures: failures.map(({ path, ...failure }) => ({
        ...failure,
        line: of.scenarios.line(['scenarios', index, ...path]),
      })),
      ...(outcome && { state: outcome.state, path: outcome.path, variables: outcome.variables }),
    })),
  };
}
