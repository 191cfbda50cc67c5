import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, documentationUrl, isCode, parts } from '../../../src/bpmn/diagnostics/catalogue';
import type { Entry } from '../../../src/bpmn/diagnostics/catalogue/entry';
import { diagnosticsPage } from '../../../src/bpmn/diagnostics/documentation';

const entries: [string, Entry][] = parts.flatMap((part) => Object.entries(part.entries));

test('no code is used twice, and every part is in the catalogue and in the documentation', () => {
  const codes = entries.map(([code]) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  expect([...codes].sort()).toEqual(Object.keys(catalogue).sort());
});

test.each(entries)('%s is written like the others', (code, { message, why, fix }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const text of [message, why, fix]) {
    expect(text).toMatch(/^\S.*[.}]$/s);
    expect(text.replace(/`[^`]*`|\{\w+\}/g, '')).not.toMatch(/[{}]/);
  }
  expect(why).not.toMatch(/\{\w+\}/);
});

test('docs/diagnostics.md is current (else: npm run docs)', () => {
  const page = readFileSync(join(__dirname, '../../../docs/diagnostics.md'), 'utf8');
  expect(page).toBe(diagnosticsPage());
});

test('every code has its section, which the link of a diagnostic leads to', () => {
  const page = diagnosticsPage();
  for (const [code] of entries) {
    expect(isCode(code) && documentationUrl(code).endsWith(`docs/diagnostics.md#${code}`)).toBe(true);
    expect(page).toContain(`\n### ${code}\n`);
  }
});
