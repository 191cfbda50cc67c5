import { readCollected } from './collected';
import { readCondition } from './conditions';
import { defined } from './defined';
import { isTrue } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import { readJobType } from './implementation';
import { linkedResources, taskHeaders } from './mappings/task-headers';
import { isPerformer } from './performers';
import { readTries } from './retries';
import type { AdHoc } from './types';

/** How the activities of an ad-hoc sub-process are carried out. */
export function readAdHoc(reader: ElementReader, context: Context): AdHoc {
  const { element } = reader;
  const condition = reader.child('bpmn:completionCondition');
  const zeebe = reader.extension('zeebe:adHoc');
  const hasPerformer = element.children.some(isPerformer);
  reader.leave(isPerformer); // that there is somebody; who it is, nobody checks
  const worker = readWorker(reader, context);
  const active = zeebe && extensionAttribute(zeebe, 'activeElementsCollection', context);
  const cancelRemaining = reader.attribute('cancelRemainingInstances');
  return defined({
    sequential: reader.attribute('ordering')?.trim() === 'Sequential',
    completionCondition: condition && readCondition(condition, context, element),
    cancelRemaining: cancelRemaining === undefined || isTrue(cancelRemaining),
    output: zeebe && readCollected(zeebe, context),
    start: active ?? (hasPerformer || condition || worker ? ('none' as const) : ('all' as const)),
    worker,
  });
}

/** Camunda 8 can leave it to a worker what is done in it, and when it is done. */
function readWorker(reader: ElementReader, context: Context): AdHoc['worker'] {
  const definition = reader.extension('zeebe:taskDefinition');
  const implementation = definition && readJobType(definition, context);
  if (!definition || implementation === undefined) return undefined;
  const fields = [...taskHeaders(reader, context), ...linkedResources(reader, context)];
  return defined({
    implementation,
    retries: readTries(definition, context),
    fields: fields.length > 0 ? Object.freeze(fields) : undefined,
  });
}
