import type { Diagram } from './diagram';
import type { Mapping, UserTask } from './types';
import type { Expression } from './value-types';

type People = Pick<UserTask, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

interface Given {
  readonly people: Pick<UserTask, 'candidateGroups'> & Pick<UserTask, 'priority'>;
  /** What people get to see. */
  readonly inputs: readonly Mapping[];
}

/** Inputs of a user task that say who is to do it; the same under the names that the model has for it. */
const MEANT: Readonly<Record<string, 'candidateGroups' | 'priority'>> = {
  GroupId: 'candidateGroups',
  Priority: 'priority',
};

/** jBPM has some of what a task is among its inputs. */
export function jbpmInputs(inputs: readonly Mapping[], { dialect }: Diagram): Given {
  if (dialect !== 'jbpm') return { people: {}, inputs };
  const given = inputs.flatMap(({ target, source }) => {
    const name = MEANT[target];
    return name !== undefined && isExpression(source) && source.text !== '' ? [[name, source] as const] : [];
  });
  return {
    people: Object.fromEntries(given),
    inputs: inputs.filter(({ target, source }) => MEANT[target] === undefined || !isExpression(source)),
  };
}

/** To jBPM potential owners are people, and a task of one is that one's. */
export function jbpmOwners(owners: Expression | undefined): People {
  if (!owners) return {};
  const isOne = owners.language === 'literal' && !owners.text.includes(',');
  return isOne ? { assignee: owners } : { candidateUsers: owners };
}

function isExpression(source: Mapping['source']): source is Expression {
  return 'text' in source;
}
