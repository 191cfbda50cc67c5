import { totalOf, type DiagramCoverage } from '../../testing/scenarios/coverage/coverage';
import { shown } from '../paths';
import type { Prepared } from './prepare';
import type { Result } from './run-files';

/** What `baton test --json` prints. */
export function asJson(
  prepared: readonly Prepared[],
  results: readonly Result[],
  coverage: readonly DiagramCoverage[],
) {
  const problems = prepared.flatMap((one) => (one.kind === 'broken' ? one.problems : []));
  const broken = prepared.filter(({ kind }) => kind === 'broken').length;
  const passed = results.filter(({ failures }) => failures.length === 0).length;
  return {
    passed,
    failed: results.length - passed + broken,
    problems,
    coverage: { ...totalOf(coverage), diagrams: coverage },
    scenarios: results.map(({ of, scenario, index, failures, outcome, milliseconds }) => ({
      file: shown(of.file),
      line: of.scenarios.line(['scenarios', index]),
      name: scenario.name,
      ...(of.label !== undefined && { subject: of.label }),
      passed: failures.length === 0,
      milliseconds: Math.round(milliseconds),
      failures: failures.map(({ path, ...failure }) => ({
        ...failure,
        line: of.scenarios.line(['scenarios', index, ...path]),
      })),
      ...(outcome && { state: outcome.state, path: outcome.path, variables: outcome.variables }),
    })),
  };
}
