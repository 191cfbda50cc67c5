import * as ts from 'typescript';
import { compileDecisions } from '../../../src/bpmn/decisions/compile-decisions';
import * as decision from '../../../src/workflows/decisions';
import * as feel from '../../../src/workflows/feel';
import * as workflow from '../../../src/workflows';

/** A DMN file with these elements. */
export function dmn(body: string, attributes = ''): string {
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="Test" namespace="http://example.com" ${attributes}>${body}</definitions>`;
}

export interface TableOptions {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** Expression and type, `amount: number`. */
  readonly inputs: readonly string[];
  /** Name, type, values and default, separated by `|`. */
  readonly outputs: readonly string[];
  /** Cells, inputs first. */
  readonly rules: readonly (readonly string[])[];
}

/** `<decisionTable>` */
export function table({ hitPolicy = 'UNIQUE', aggregation, inputs, outputs, rules }: TableOptions): string {
  const text = (value: string) => `<text>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
  const columns = inputs.map((input) => {
    const [expression = '', type] = input.split(':').map((part) => part.trim());
    const typeRef = type ? ` typeRef="${type}"` : '';
    return `<input><inputExpression${typeRef}>${text(expression)}</inputExpression></input>`;
  });
  const results = outputs.map((output) => {
    const [name = '', type, values, otherwise] = output.split('|').map((part) => part.trim());
    const typeRef = type ? ` typeRef="${type}"` : '';
    const listed = values ? `<outputValues>${text(values)}</outputValues>` : '';
    const fallback = otherwise ? `<defaultOutputEntry>${text(otherwise)}</defaultOutputEntry>` : '';
    return `<output${name ? ` name="${name}"` : ''}${typeRef}>${listed}${fallback}</output>`;
  });
  const rows = rules.map((cells) => {
    const entries = cells.map((cell, i) => {
      const kind = i < inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${kind}>${text(cell)}</${kind}>`;
    });
    return `<rule>${entries.join('')}</rule>`;
  });
  const head = `hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}`;
  return `<decisionTable ${head}>${[...columns, ...results, ...rows].join('')}</decisionTable>`;
}

export function literal(text: string): string {
  return `<literalExpression><text>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text></literalExpression>`;
}

/** The diagnostics of a file, `error decision-cycle A`. */
export function problems(xml: string): readonly string[] {
  return compileDecisions({ file: 'test.dmn', xml }).diagnostics.map(
    ({ severity, code, element }) => `${severity} ${code} ${element ?? '-'}`,
  );
}

/** What a file compiles to. */
export function codeOf(xml: string): string {
  const { files, diagnostics } = compileDecisions({ file: 'test.dmn', xml });
  const [file] = files;
  if (!file) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return file.content;
}

type Decisions = Readonly<Record<string, (input?: object) => unknown>>;

/** The functions that a file compiles to. */
export function load(xml: string): Decisions {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(codeOf(xml), { compilerOptions: options });
  const modules: Readonly<Record<string, unknown>> = {
    'batonflow/decision': decision,
    'batonflow/feel': feel,
    'batonflow/workflow': workflow,
  };
  const exported: Record<string, never> = {};
  new Function('exports', 'require', outputText)(exported, (name: string) => modules[name]);
  return exported;
}

/** What a decision `d` with this logic gives. */
export function decide(logic: string, input: object = {}): unknown {
  return load(single(logic))['d']?.(input);
}

/** A DMN file with one decision `d`. */
export function single(logic: string): string {
  return dmn(`<decision id="d" name="D">${logic}</decision>`);
}

/** Type and message of the failure. */
export function failure(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    const { type, message } = error as { type?: string; message: string };
    return `${type ?? 'Error'}: ${message}`;
  }
  throw new Error('It did not fail.');
}
