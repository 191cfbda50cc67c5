import type { Diagram } from './diagram';
import type { Mapping, UserTask } from './types';
import type { Expression } from './value-types';

type People = Pick<UserTask, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

/** Whose task it is, and what people get to see of its inputs. */
interface Given {
  readonly candidateGroups?: Expression;
  readonly inputs: readonly Mapping[];
}

/** jBPM has the groups whose task it is among its inputs. */
export function jbpmInputs(inputs: readonly Mapping[], { dialect }: Diagram): Given {
  const groups = inputs.find(({ target }) => target === 'GroupId');
  if (dialect !== 'jbpm' || !groups || !isExpression(groups.source)) return { inputs };
  const others = inputs.filter((one) => one !== groups);
  return groups.source.text === '' ? { inputs: others } : { candidateGroups: groups.source, inputs: others };
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
