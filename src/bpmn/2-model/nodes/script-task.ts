import { describe } from '../diagram';
import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import { languageOf } from '../languages';
import { activityBase } from '../node-base';
import type { Expression, ForeignScript, ScriptTask } from '../types';

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

function readScript(reader: ElementReader, context: Context): Expression | ForeignScript | undefined {
  const { element } = reader;
  const { place } = context.diagram.document;
  const format = reader.attribute('scriptFormat')?.trim() || undefined;
  const child = reader.child('bpmn:script');
  const text = child?.element.text ?? '';
  if (!child || text === '') {
    context.reporter.report('script-missing', place.of(element), { element: describe(element) });
    return undefined;
  }
  const { position } = place.text(child.element);
  const language = format === undefined ? undeclaredLanguage(text, context) : languageOf(format);
  return language === undefined
    ? defined({ language: 'foreign' as const, format, text, position })
    : Object.freeze({ language, text, position });
}

/** Camunda 7 and Flowable take a script without a format for JUEL. */
function undeclaredLanguage(text: string, { diagram }: Context): Expression['language'] | undefined {
  const isEngine = diagram.dialect === 'camunda7' || diagram.dialect === 'flowable';
  return isEngine && /[$#]\{/.test(text) ? 'juel' : undefined;
}
