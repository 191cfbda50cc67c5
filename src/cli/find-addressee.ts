import { didYouMean } from '../shared/did-you-mean';
import type { ProcessSpec } from '../shared/process-contract';
import { check } from '../shared/schema';
import { UsageError } from './errors';
import { processContracts } from './find-process';
import type { Project } from './project';

const WORDS = { messages: 'message', broadcasts: 'signal' } as const;

/**
 * A process of the project that takes a message or signal of this name, by its contract: one whose schema the payload
 * fits, if there is one. Undefined where no contract of the project names any, because then nothing is known.
 *
 * @throws {UsageError} when the contracts name others, but not this one
 */
export async function findAddressee(
  project: Project,
  kind: keyof typeof WORDS,
  name: string,
  payload: unknown,
): Promise<ProcessSpec | undefined> {
  const contracts = (await processContracts(project)).filter((contract) => contract[kind]);
  const takers = contracts.filter((contract) => Object.hasOwn(contract[kind] ?? {}, name));
  const known = [...new Set(contracts.flatMap((contract) => Object.keys(contract[kind] ?? {})))];
  if (takers.length === 0 && known.length > 0) throw unknownName(WORDS[kind], name, known);
  return takers.find((taker) => check(taker[kind]?.[name] ?? undefined, payload).ok) ?? takers[0];
}

/** Whose runs are meant: contracts that are generated in a project with a deployment key have the same. */
export function deploymentOption({ deployment }: Project): { readonly deployment?: string } {
  return deployment === undefined ? {} : { deployment };
}

function unknownName(word: string, name: string, known: readonly string[]): UsageError {
  const list = `They take: ${[...known].sort().join(', ')}.`;
  return new UsageError(`No process of this project takes the ${word} "${name}".`, {
    hint: [didYouMean(name, known), list].filter((line) => line !== undefined).join('\n'),
  });
}
