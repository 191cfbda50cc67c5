import { didYouMean } from '../shared/did-you-mean';
import type { ProcessSpec } from '../shared/process-contract';
import { check } from '../shared/schema';
import { UsageError } from './errors';
import { processContracts } from './find-process';
import type { Project } from './project';

const WORDS = { messages: 'message', broadcasts: 'signal' } as const;

/**
 * A process of the project that takes a message or signal of this name, by its contract: one whose schema the payload
 * fits, if there is one. Undefined where none names it and it can still be meant, because a contract leaves open what its
 * process takes: written by hand without a list, or from a diagram with a name that only a run knows. Then a warning is
 * printed.
 *
 * @throws {UsageError} when all contracts say what they take, and this is not among it
 */
export async function findAddressee(
  project: Project,
  kind: keyof typeof WORDS,
  name: string,
  payload: unknown,
): Promise<ProcessSpec | undefined> {
  const contracts = await processContracts(project);
  const takers = contracts.filter((contract) => Object.hasOwn(contract[kind] ?? {}, name));
  const fitting = takers.find((taker) => check(taker[kind]?.[name] ?? undefined, payload).ok) ?? takers[0];
  if (fitting || contracts.length === 0) return fitting;
  const known = [...new Set(contracts.flatMap((contract) => Object.keys(contract[kind] ?? {})))];
  const open = contracts.filter((contract) => !contract[kind]).map(({ type }) => type);
  if (open.length === 0) throw unknownName(WORDS[kind], name, known);
  const guess = didYouMean(name, known);
  console.error(
    `warning: No contract of this project has the ${WORDS[kind]} "${name}"; not all say what they take: ` +
      `${open.join(', ')}.${guess === undefined ? '' : `\n  ${guess}`}`,
  );
  return undefined;
}

/** Whose runs are meant: contracts that are generated in a project with a deployment key have the same. */
export function deploymentOption({ deployment }: Project): { readonly deployment?: string } {
  return deployment === undefined ? {} : { deployment };
}

function unknownName(word: string, name: string, known: readonly string[]): UsageError {
  const list = known.length > 0 ? `They take: ${[...known].sort().join(', ')}.` : `They take no ${word}s.`;
  return new UsageError(`No process of this project takes the ${word} "${name}".`, {
    hint: [didYouMean(name, known), list].filter((line) => line !== undefined).join('\n'),
  });
}
