import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { read } from '../diagram';

const sample = readFileSync(
  join(__dirname, '../../../examples/order-fulfilment/workflows/order-fulfilment.bpmn'),
  'utf8',
);

/** A model without errors, or errors without a model; whatever the text is. */
function expectVerdict(xml: string): void {
  const { model, diagnostics } = read(xml);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  expect(model === undefined).toBe(failed);
}

test('truncated anywhere', () => {
  const end = sample.trimEnd().length;
  for (let length = 0; length < end; length += 97) {
    const { model, diagnostics } = read(sample.slice(0, length));
    expect(model).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  }
});

const position = fc.nat(sample.length);

test('pieces missing', () => {
  fc.assert(
    fc.property(position, fc.integer({ min: 1, max: 400 }), (start, length) => {
      expectVerdict(sample.slice(0, start) + sample.slice(start + length));
    }),
  );
});

test('pieces repeated elsewhere', () => {
  fc.assert(
    fc.property(position, position, fc.integer({ min: 1, max: 400 }), (from, to, length) => {
      expectVerdict(sample.slice(0, to) + sample.slice(from, from + length) + sample.slice(to));
    }),
  );
});

test('characters replaced', () => {
  const character = fc.oneof(
    fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '\0', '\uFFFF', ']]>', '<!--'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(position, character), { minLength: 1, maxLength: 5 }), (changes) => {
      expectVerdict(changes.reduce((xml, [at, text]) => xml.slice(0, at) + text + xml.slice(at + 1), sample));
    }),
  );
});

test('elements and attributes removed', () => {
  const parts = [...sample.matchAll(/<[^/?!][^>]*\/>| [\w:]+="[^"]*"|<bpmn:(\w+)[^>]*>[^<]*<\/bpmn:\1>/g)];
  fc.assert(
    fc.property(fc.subarray(parts, { minLength: 1, maxLength: 4 }), (removed) => {
      const xml = [...removed]
        .sort((a, b) => b.index - a.index)
        .reduce((text, part) => text.slice(0, part.index) + text.slice(part.index + part[0].length), sample);
      expectVerdict(xml);
    }),
  );
});

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), expectVerdict));
});
