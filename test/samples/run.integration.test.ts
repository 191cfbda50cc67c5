import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from 'batonflow/activity';
import type { ProcessRun } from 'batonflow/client';
import type { ProcessSpec } from 'batonflow/contract';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { compile } from '../../src/bpmn/compile';
import type { Answer, Case, Step } from './case';
import { samples } from './sample';

/* eslint-disable @typescript-eslint/no-require-imports -- what there is to load is found in folders */

let env: TestEnvironment;
const cases = new Map<
  string,
  { readonly calls: [name: string, input: unknown][]; readonly answers: Case['answers'] }
>();

beforeAll(async () => {
  const compiled = await Promise.all(
    samples().map(({ file, xml, options }) => compile({ file, xml }, options)),
  );
  const names = compiled.flatMap(({ processes }) => processes.flatMap(({ activities }) => activities));
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    activities: Object.fromEntries(names.map(({ name }) => [name, (input: unknown) => answer(name, input)])),
  });
});
afterAll(async () => {
  await env.dispose();
});

/** What the case that the calling run belongs to says. */
async function answer(name: string, input: unknown): Promise<unknown> {
  const { workflowExecution } = Context.current().info;
  // A called process has its caller's id before its own.
  const [title = ''] = (workflowExecution?.workflowId ?? '').split('/');
  const { calls, answers } = cases.get(title)!;
  const before = calls.filter(([called]) => called === name).length;
  calls.push([name, input]);
  const given = answers?.[name] ?? {};
  const one = (Array.isArray(given) ? (given[before] ?? given.at(-1)) : given) as Answer;
  if (typeof one === 'object' && 'throws' in one) throw bpmnError(String(one.throws));
  if (typeof one === 'object' && 'breaks' in one)
    throw ApplicationFailure.nonRetryable('', String(one.breaks));
  return one;
}

async function take(step: Step, run: ProcessRun<ProcessSpec>) {
  if ('advance' in step) return env.advance(step.advance);
  if ('message' in step) {
    return run.message(step.message, step.payload, { ...(step.key !== undefined && { key: step.key }) });
  }
  for (;;) {
    const task = (await run.tasks()).find(
      ({ element, state }) => element === step.complete && state !== 'completed',
    );
    if (task) return env.client.tasks.complete({ workflowId: run.id, id: task.id }, step.result ?? {});
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const all = samples().flatMap(({ name, folder }) => {
  if (!existsSync(join(folder, 'cases.ts'))) return [];
  const { cases } = require(join(folder, 'cases')) as { cases: readonly Case[] };
  const contracts = require(join(folder, `${name}.process`)) as Record<string, ProcessSpec>;
  return cases.map((it) => ({ title: `${name}: ${it.name}`, it, contracts }));
});

test('every sample is run', () => {
  expect(new Set(all.map(({ title }) => title.split(':')[0]))).toEqual(
    new Set(samples().map(({ name }) => name)),
  );
});

test.each(all)('$title', async ({ title, it, contracts }) => {
  const contract = contracts[it.process ?? Object.keys(contracts)[0]!]!;
  const calls: [string, unknown][] = [];
  cases.set(title, { calls, answers: it.answers });
  const run = await env.client.start(contract, it.given ?? {}, {
    id: title,
    ...(it.startEvent !== undefined && { startEvent: it.startEvent }),
  });
  for (const step of it.when ?? []) await take(step, run);
  const result = await run.result().then(
    (variables) => ({ variables }),
    (error: Error) => ({ failure: rootOf(error) }),
  );

  if (it.fails) {
    expect(result).toEqual({
      failure: { type: it.fails.type, message: expect.stringContaining(it.fails.message ?? '') },
    });
  } else {
    expect(result).toEqual({ variables: expect.anything() });
  }
  if (it.variables) {
    for (const [name, value] of Object.entries(it.variables)) {
      expect([name, (result as { variables: Record<string, unknown> }).variables[name]]).toEqual([
        name,
        value,
      ]);
    }
  }
  const { path } = await run.progress();
  if (it.path) expect(path).toEqual(it.path);
  if (it.visited) expect([...path].sort()).toEqual(it.visited);
  for (const [name, inputs] of Object.entries(it.inputs ?? {})) {
    expect(calls.filter(([called]) => called === name).map(([, input]) => input)).toEqual(inputs);
  }
});

function rootOf(error: Error): { type: unknown; message: string } {
  let root: Error = error;
  while (root.cause instanceof Error) root = root.cause;
  return { type: (root as { type?: unknown }).type, message: root.message };
}
