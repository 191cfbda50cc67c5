import type { Form } from '../2-model/forms/form';
import type { Emission } from './emission';

/** The form that a process is started by. A schema of the variables says more than it. */
export function startFormOf({ process, forms }: Pick<Emission, 'process' | 'forms'>): Form | undefined {
  const start = process.nodes.find(({ id, kind }) => kind === 'startEvent' && forms.has(id));
  return start && forms.get(start.id);
}
