import * as fc from 'fast-check';
import * as ts from 'typescript';
import { compile } from '../../src/bpmn/compile';
import { samples } from '../samples/sample';

/**
 * Diagrams of every feature with something torn out, doubled, swapped or cut off: the compiler answers with diagnostics,
 * or with code that is TypeScript; it never throws. The same mutations on every run.
 */
const SEED = 20;
const RUNS_PER_SAMPLE = 25;

interface Mutation {
  readonly kind: 'tear out' | 'double' | 'swap values' | 'cut off' | 'empty' | 'misspell';
  readonly first: number;
  readonly second: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('tear out', 'double', 'swap values', 'cut off', 'empty', 'misspell'),
  first: fc.nat(),
  second: fc.nat(),
});

function mutated(xml: string, { kind, first, second }: Mutation): string {
  const elements = [...xml.matchAll(/<([\w:]+)\b[^>]*?(?:\/>|>[^<]*<\/\1>)/g)];
  const values = [...xml.matchAll(/(?<=\s[\w:]+=")[^"]*(?=")/g)];
  const at = (list: readonly RegExpExecArray[], n: number) => list[n % Math.max(list.length, 1)];
  const element = at(elements, first);
  const [one, other] = [at(values, first), at(values, second)];
  if (!element || !one || !other) return xml;
  const replaced = ({ index, 0: text }: RegExpExecArray, by: string) =>
    xml.slice(0, index) + by + xml.slice(index + text.length);
  switch (kind) {
    case 'tear out':
      return replaced(element, '');
    case 'double':
      return replaced(element, element[0] + element[0]);
    case 'swap values':
      return replaced(one, other[0]);
    case 'cut off':
      return xml.slice(0, first % xml.length);
    case 'empty':
      return replaced(one, '');
    case 'misspell':
      return replaced(one, `${one[0]}x`);
  }
}

test.each(samples())('mutations of $name', async ({ file, xml, options }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const { files, diagnostics } = await compile({ file, xml: mutations.reduce(mutated, xml) }, options);
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      expect(files.length).toBe(failed ? 0 : 2);
      for (const { content } of files) expect(syntaxErrors(content)).toEqual([]);
      for (const { message, url } of diagnostics) expect([message, url]).not.toContain('');
    }),
    { numRuns: RUNS_PER_SAMPLE, seed: SEED },
  );
});

function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
