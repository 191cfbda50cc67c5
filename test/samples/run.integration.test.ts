import { basename } from 'node:path';
import { coveredDiagrams } from '../../dist/cli/scenarios/coverage';
import { failureText } from '../../dist/cli/scenarios/print';
import type { Runnable } from '../../dist/cli/scenarios/prepare';
import { runFiles, type Result } from '../../dist/cli/scenarios/run-files';
import { totalOf } from '../../dist/testing/scenarios/coverage/coverage';
import { samples } from './sample';
import { asCode, asDiagrams, scenarioFiles } from './scenarios';

/** They need a service, which their own test starts. */
const elsewhere = ['rest-connector']; // test/activities/connectors/rest-connector.integration.test.ts

/** Hundreds of scenarios in one test, on machines that do other things as well. */
const LIMIT_MS = 900_000;

test('every sample has scenarios', () => {
  const tested = scenarioFiles.map((file) => basename(file).split('.')[0]);
  expect(new Set([...tested, ...elsewhere])).toEqual(new Set(samples().map(({ name }) => name)));
});

test(
  'as diagrams, with the flows that they take',
  async () => {
    const prepared = await asDiagrams();
    const results = await run(prepared);
    expect(problemsOf(results)).toEqual([]);

    const { elements, flows } = totalOf(coveredDiagrams(prepared, results).map(({ coverage }) => coverage));
    expect(elements.reached / elements.total).toBeGreaterThan(0.95);
    expect(flows.reached / flows.total).toBeGreaterThan(0.94);
  },
  LIMIT_MS,
);

test(
  'as the code beside the diagrams',
  async () => {
    expect(problemsOf(await run(await asCode()))).toEqual([]);
  },
  LIMIT_MS,
);

function run(prepared: readonly Runnable[]): Promise<readonly Result[]> {
  const quiet = { onBundling: () => undefined, onStarting: () => undefined, onResult: () => undefined };
  return runFiles(prepared, new AbortController().signal, quiet);
}

/** Scenarios ask for a part of variables that are mappings; here all of it is known. */
function problemsOf(results: readonly Result[]): readonly string[] {
  for (const { scenario, outcome } of results) {
    const { variables = {} } = scenario.then ?? {};
    const got = Object.keys(variables).map((name) => [name, outcome?.variables[name]]);
    expect({ [scenario.name]: Object.fromEntries(got) }).toEqual({ [scenario.name]: variables });
  }
  return results.filter(({ failures }) => failures.length > 0).map(failureText);
}
