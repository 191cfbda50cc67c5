import { describe } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import { activityBase } from '../node-base';
import { readFileScript, readScriptText } from '../script-text';
import type { ExpressionTask, ScriptTask, ServiceTask } from '../types';
import type { Expression, ForeignScript } from '../value-types';
import { serviceTask } from './service-task';

/** A script in the diagram: BPMN's `<script>` with a `scriptFormat`, or Zeebe's FEEL expression. */
export function scriptTask(
  reader: ElementReader,
  context: Context,
): ScriptTask | ServiceTask | ExpressionTask | undefined {
  // Camunda 8 can leave the script to a worker, which finds it in the headers.
  if (reader.extension('zeebe:taskDefinition')) return serviceTask(reader, context);
  const zeebe = reader.extension('zeebe:script');
  const script = zeebe ? extensionAttribute(zeebe, 'expression', context) : readScript(reader, context);
  const resultVariable =
    zeebe?.attribute('resultVariable') ??
    reader.attribute('camunda:resultVariable') ??
    reader.attribute('flowable:resultVariable');
  return script && defined({ kind: 'scriptTask', ...activityBase(reader, context), script, resultVariable });
}

function readScript(reader: ElementReader, context: Context): Expression | ForeignScript | undefined {
  const format = reader.attribute('scriptFormat') ?? reader.attribute('scriptLanguage');
  const script = reader.child('bpmn:script');
  const file = readFileScript(reader, format, context);
  if (file) return file === 'missing' ? undefined : file;
  if (script) return readScriptText(script, format, context);
  const { element } = reader;
  const where = context.diagram.document.place.of(element);
  context.reporter.report('script-missing', where, { element: describe(element) });
  return undefined;
}
