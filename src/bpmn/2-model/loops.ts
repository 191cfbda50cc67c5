import { isTrue, describe } from './diagram';
import { readCondition } from './conditions';
import { defined } from './defined';
import type { Context, ElementReader } from './element-reader';
import { counted } from './loop-counter';
import { readMultiInstance } from './multi-instance';
import type { Loop, StandardLoop } from './loop-types';

/** How often an activity is carried out; undefined for once. */
export function readLoop(activity: ElementReader, context: Context): Loop | undefined {
  const standard = activity.child('bpmn:standardLoopCharacteristics');
  const multiple = activity.child('bpmn:multiInstanceLoopCharacteristics');
  if (standard) return readStandardLoop(standard, activity, context);
  return multiple && readMultiInstance(multiple, activity, context);
}

function readStandardLoop(
  reader: ElementReader,
  { element: activity }: ElementReader,
  context: Context,
): StandardLoop | undefined {
  const { place } = context.diagram.document;
  const testBefore = isTrue(reader.attribute('testBefore'));
  const maximum = reader.attribute('loopMaximum');
  const given = reader.child('bpmn:loopCondition');
  if (!given && maximum === undefined) {
    context.reporter.report('loop-endless', place.of(reader.element), { element: describe(activity) });
    return undefined;
  }
  return defined({
    kind: 'standard' as const,
    ...counted(context),
    testBefore,
    condition: given && readCondition(given, context, activity),
    maximum: maximum === undefined ? undefined : Number(maximum), // that it is one is checked elsewhere
  });
}
