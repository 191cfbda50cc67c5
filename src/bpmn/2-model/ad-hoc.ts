import { readCollected } from './collected';
import { readCondition } from './conditions';
import { defined } from './defined';
import { isTrue } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { extensionAttribute } from './expressions';
import { isPerformer } from './performers';
import type { AdHoc } from './types';

/** How the activities of an ad-hoc sub-process are carried out. */
export function readAdHoc(reader: ElementReader, context: Context): AdHoc {
  const { element } = reader;
  const condition = reader.child('bpmn:completionCondition');
  const zeebe = reader.extension('zeebe:adHoc');
  const hasPerformer = element.children.some(isPerformer);
  reader.leave(isPerformer); // that there is somebody; who it is, nobody checks
  const active = zeebe && extensionAttribute(zeebe, 'activeElementsCollection', context);
  const cancelRemaining = reader.attribute('cancelRemainingInstances');
  return defined({
    sequential: reader.attribute('ordering')?.trim() === 'Sequential',
    completionCondition: condition && readCondition(condition, context, element),
    cancelRemaining: cancelRemaining === undefined || isTrue(cancelRemaining),
    output: zeebe && readCollected(zeebe, context),
    start: active ?? (hasPerformer || condition ? ('none' as const) : ('all' as const)),
  });
}
