import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { readImplementation } from './implementation';
import { readFields } from './mappings/camunda';
import { readRetries } from './retries';
import type { ExpressionTask, Mapping, ServiceTask } from './types';

type WorkKeys = 'inputs' | 'fields' | 'resultVariable' | 'retries' | 'retryInterval';
type Work =
  | Pick<ServiceTask, WorkKeys | 'implementation' | 'decision'>
  | Pick<ExpressionTask, Exclude<WorkKeys, 'fields'> | 'expression'>;

/** Where a diagram says what a task does. */
interface Sources {
  readonly holder: ElementReader;
  /** What says how often it is tried; default: the holder. */
  readonly tried?: ElementReader;
  /** Inputs that are mapped. */
  readonly inputs?: readonly Mapping[] | undefined;
}

/** What a task does: calls an activity, or evaluates an expression. Undefined, with the reason reported, if nothing says it. */
export function readWork({ holder, tried = holder, inputs }: Sources, context: Context): Work | undefined {
  const { implementation, expression, resultVariable, sees, decision } = readImplementation(holder, context);
  const retries = readRetries(tried, context);
  const fields = readFields(holder, context);
  const base = {
    resultVariable,
    ...retries,
    ...(sees === 'fields'
      ? { inputs: Object.freeze([...(inputs ?? []), ...fields]) }
      : { inputs, fields: fields.length > 0 ? fields : undefined }),
  };
  if (expression !== undefined) return defined({ ...base, expression });
  if (implementation !== undefined) return defined({ ...base, implementation, decision });
  const { element } = holder;
  const where = context.diagram.document.place.of(element);
  context.reporter.report('implementation-missing', where, { element: describe(element) });
  return undefined;
}
