import { didYouMean } from '../../shared/did-you-mean';
import type { Reporter } from '../diagnostics/reporter';
import { namesCaught } from './caught-names';
import type { EmitOptions } from './emit';
import type { Emission } from './emission';
import { allElements } from './process-file';

const KINDS = { tasks: 'user task', messages: 'message that it takes', broadcasts: 'signal that it takes' };

/** Schemas beside the diagram that are for nothing in it: most likely, their names are wrong. */
export function checkSchemas(
  emissions: readonly Emission[],
  options: Pick<EmitOptions, keyof typeof KINDS>,
  reporter: Reporter,
): void {
  const elements = emissions.flatMap(({ body }) => allElements(body));
  const known = {
    tasks: elements.filter(({ kind }) => kind === 'userTask').map(({ id }) => id),
    messages: namesCaught(elements, 'message'),
    broadcasts: namesCaught(elements, 'signal'),
  };
  for (const kind of ['tasks', 'messages', 'broadcasts'] as const) {
    const there = known[kind];
    if (!there) continue;
    for (const name of options[kind] ?? []) {
      if (there.includes(name)) continue;
      const hint = () => didYouMean(name, there);
      reporter.report('schema-name-unknown', {}, { kind, name, what: KINDS[kind] }, { hint });
    }
  }
}
