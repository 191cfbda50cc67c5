import type { KnownNames } from '../../4-emit/expressions/feel-syntax';
import type { Decision } from '../2-model/types';
import { namesOf } from './boxed';
import type { FileEmission } from './file-emission';
import { FreeInBoxed } from './free-in-boxed';

/** What a decision takes from outside. */
export interface Reading {
  readonly free: FreeInBoxed;
  /** Results of the decisions that it requires, as far as it reads them. */
  readonly used: readonly Used[];
}

/** A decision whose result another one reads, by these names. */
export interface Used {
  readonly other: Decision;
  readonly names: readonly string[];
  /** Outputs that are read by their own names, as in Camunda 7. */
  readonly outputs: readonly string[];
}

export function readingOf(decision: Decision, required: readonly Decision[], file: FileEmission): Reading {
  const free = freeNames(decision, required, file);
  return { free, used: required.flatMap((other) => usesOf(other, free)) };
}

function freeNames(decision: Decision, required: readonly Decision[], file: FileEmission): FreeInBoxed {
  const where = { position: decision.position, element: decision.id };
  const known: KnownNames = Object.fromEntries([
    ...file.knowledgeNames(decision).map((name) => [name, {}] as const),
    ...decision.inputs.map(({ name, type }) => [name, file.types.of(type, where).names] as const),
    ...required.flatMap((other) => namesFor(other).map((name) => [name, namesOf(other.logic)] as const)),
  ]);
  const free = new FreeInBoxed();
  free.visit(decision.logic, known);
  return free;
}

/** By its variable's name, its own, its id; a table with one output also by the name of that, as in Camunda 7. */
function namesFor(decision: Decision): readonly string[] {
  const outputs = outputNames(decision);
  const own = [decision.variable.name, decision.name, decision.id];
  return [...new Set([...own, ...(outputs.length === 1 ? outputs : [])])];
}

function outputNames({ logic }: Decision): readonly string[] {
  return logic.kind === 'table' ? logic.outputs.flatMap(({ name }) => name ?? []) : [];
}

function usesOf(other: Decision, free: FreeInBoxed): Used[] {
  const isRead = (name: string) => free.variables.has(name) || free.possible.has(name);
  const names = namesFor(other).filter(isRead);
  const all = outputNames(other);
  const outputs = all.length > 1 ? all.filter((name) => isRead(name) && !names.includes(name)) : [];
  return names.length + outputs.length === 0 ? [] : [{ other, names, outputs }];
}
