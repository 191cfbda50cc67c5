import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from 'batonflow/activity';
import type { ProcessRun, StartOptions } from 'batonflow/client';
import type { ProcessSpec } from 'batonflow/contract';
import { createTestEnvironment, type TestEnvironment, type TestEnvironmentOptions } from 'batonflow/testing';
import { compile } from '../../src/bpmn/compile';
import type { Answer, Case, Step } from './case';
import { samples } from './sample';

/* eslint-disable @typescript-eslint/no-require-imports -- what there is to load is found in folders */

export interface SampleCase {
  /** Sample and case. */
  readonly title: string;
  /** What the sample compiles to. */
  readonly source: string;
  readonly it: Case;
  readonly contracts: Readonly<Record<string, ProcessSpec>>;
}

export function allCases(): SampleCase[] {
  return samples().flatMap(({ name, folder }) => {
    if (!existsSync(join(folder, 'cases.ts'))) return [];
    const { cases } = require(join(folder, 'cases')) as { cases: readonly Case[] };
    const contracts = require(join(folder, `${name}.process`)) as Record<string, ProcessSpec>;
    const source = readFileSync(join(folder, `${name}.workflow.ts`), 'utf8');
    return cases.map((it) => ({ title: `${name}: ${it.name}`, source, it, contracts }));
  });
}

/** Runs cases of samples on one server, whose activities answer as the case of their run says. */
export class CaseRunner {
  readonly #cases = new Map<
    string,
    { readonly calls: [name: string, input: unknown][]; readonly answers: Case['answers'] }
  >();
  #env: TestEnvironment | undefined;

  async open(options: Pick<TestEnvironmentOptions, 'server'> = {}): Promise<void> {
    const compiled = await Promise.all(
      samples().map(({ file, xml, options }) => compile({ file, xml }, options)),
    );
    const names = compiled.flatMap(({ processes }) => processes.flatMap(({ activities }) => activities));
    this.#env = await createTestEnvironment({
      workflowsPath: require.resolve('./workflows'),
      activities: Object.fromEntries(
        names.map(({ name }) => [name, (input: unknown) => this.#answer(name, input)]),
      ),
      ...options,
    });
  }

  async close(): Promise<void> {
    await this.env.dispose();
  }

  get env(): TestEnvironment {
    return this.#env!;
  }

  async run({ title, it, contracts }: SampleCase, options: StartOptions = {}): Promise<void> {
    const contract = contracts[it.process ?? Object.keys(contracts)[0]!]!;
    const calls: [string, unknown][] = [];
    this.#cases.set(title, { calls, answers: it.answers });
    const run = await this.env.client.start(contract, it.given ?? {}, {
      id: title,
      ...options,
      ...(it.startEvent !== undefined && { startEvent: it.startEvent }),
    });
    for (const step of it.when ?? []) await this.#take(step, run);
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
  }

  async #take(step: Step, run: ProcessRun<ProcessSpec>) {
    const { env } = this;
    if ('advance' in step) return env.advance(step.advance);
    if ('message' in step) {
      return run.message(step.message, step.payload, { ...(step.key !== undefined && { key: step.key }) });
    }
    if (!('complete' in step)) return this.#resolve(step, run);
    for (;;) {
      const task = (await run.tasks()).find(
        ({ element, state }) => element === step.complete && state !== 'completed',
      );
      if (task) {
        const who = step.as === undefined ? {} : { user: step.as };
        return env.client.tasks.complete({ workflowId: run.id, id: task.id }, step.result ?? {}, who);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As soon as there is an incident at the element. */
  async #resolve(
    step: Extract<Step, { retry: string } | { skip: string } | { fail: string }>,
    run: ProcessRun<ProcessSpec>,
  ) {
    const { incidents } = this.env.client;
    const element = 'retry' in step ? step.retry : 'skip' in step ? step.skip : step.fail;
    for (;;) {
      const [incident] = await incidents.list({ workflowId: run.id, element });
      if (incident) {
        if ('fail' in step) return incidents.fail(incident);
        if ('skip' in step) return incidents.skip(incident, step.result);
        const { variables = {}, input } = step;
        return incidents.retry(incident, { variables, ...(input && { input }) });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What the case that the calling run belongs to says. */
  async #answer(name: string, input: unknown): Promise<unknown> {
    const { workflowExecution } = Context.current().info;
    // A called process has its caller's id before its own.
    const [title = ''] = (workflowExecution?.workflowId ?? '').split('/');
    const { calls, answers } = this.#cases.get(title)!;
    const before = calls.filter(([called]) => called === name).length;
    calls.push([name, input]);
    const given = answers?.[name] ?? {};
    const one = (Array.isArray(given) ? (given[before] ?? given.at(-1)) : given) as Answer;
    if (typeof one === 'object' && 'throws' in one)
      throw bpmnError(String(one.throws), { variables: one.variables as Readonly<Record<string, unknown>> });
    if (typeof one === 'object' && 'breaks' in one)
      throw ApplicationFailure.nonRetryable('', String(one.breaks));
    return one;
  }
}

function rootOf(error: Error): { type: unknown; message: string } {
  let root: Error = error;
  while (root.cause instanceof Error) root = root.cause;
  return { type: (root as { type?: unknown }).type, message: root.message };
}
