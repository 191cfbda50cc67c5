import { describe } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import { languageOf } from '../languages';
import { activityBase } from '../node-base';
import type { Expression, ScriptTask } from '../types';

/** A script in the diagram: BPMN's `<script>` with a `scriptFormat`, or Zeebe's FEEL expression. */
export function scriptTask(reader: ElementReader, context: Context): ScriptTask | undefined {
  const zeebe = reader.extension('zeebe:script');
  const script = zeebe ? extensionAttribute(zeebe, 'expression', context) : readScript(reader, context);
  const resultVariable =
    zeebe?.attribute('resultVariable') ??
    reader.attribute('camunda:resultVariable') ??
    reader.attribute('flowable:resultVariable');
  return script && defined({ kind: 'scriptTask', ...activityBase(reader, context), script, resultVariable });
}

function readScript(reader: ElementReader, context: Context): Expression | undefined {
  const { element } = reader;
  const { place } = context.diagram.document;
  const format = reader.attribute('scriptFormat')?.trim();
  const text = reader.child('bpmn:script')?.element.text ?? '';
  if (text === '') {
    context.reporter.report('script-missing', place.of(element), { element: describe(element) });
    return undefined;
  }
  const language = languageOf(format ?? '');
  if (language === undefined) {
    const parameters = {
      element: describe(element),
      language: format ? `"${format}"` : 'no declared language',
    };
    const where = format ? place.attribute(element, 'scriptFormat') : place.of(element);
    context.reporter.report('script-language', where, parameters);
    return undefined;
  }
  const child = reader.child('bpmn:script')?.element ?? element;
  return Object.freeze({ language, text, position: place.text(child).position });
}
