import { docComment } from '../../4-emit/comments';
import type { KnowledgeModel } from '../2-model/types';
import { bodyLines, logicOf, parametersOf } from './boxed';
import { checkLines } from './check-lines';
import type { FileEmission } from './file-emission';
import { tsText } from './logic';
import type { Binding, Callable, Scope } from './scope';
import { ANYTHING } from './value-types';

const INDENT = 2;

/** A business knowledge model that was written. */
export interface EmittedKnowledge {
  readonly model: KnowledgeModel;
  readonly callable: Callable;
  readonly lines: readonly string[];
}

/** The business knowledge models that something calls, as functions in its scope. */
export function knowledgeScope(thing: { readonly knowledge: readonly string[] }, file: FileEmission): Scope {
  return new Map(
    file.knowledgeOf(thing).flatMap(({ model, callable }): (readonly [string, Binding])[] => {
      const binding: Binding = { code: callable.code, value: ANYTHING, callable };
      return [...new Set([model.variable.name, model.name])].map((name) => [name, binding] as const);
    }),
  );
}

/** A business knowledge model as a function of the file, which expressions call as well. */
export function knowledgeFunction(model: KnowledgeModel, file: FileEmission): EmittedKnowledge {
  const work = file.workFor(model);
  const { head, scope, parameters } = parametersOf(model.logic, work);
  const logic = logicOf(model.logic.body, new Map([...knowledgeScope(model, file), ...scope]), work, true);
  const { functionName } = file.nameOf(model);
  const ts = logic.isRaw ? 'unknown' : tsText(logic.ts);
  return {
    model,
    callable: { code: functionName, parameters, result: logic },
    lines: [
      '',
      ...docComment([`"${model.name}", which decisions call.`, model.documentation], 0),
      `function ${functionName}${head}: ${ts} {`,
      ...checkLines(scope, work, INDENT),
      ...bodyLines(logic, INDENT),
      '}',
    ],
  };
}
