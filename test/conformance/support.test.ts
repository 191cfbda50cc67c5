import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExecuted } from '../../conformance/support/executed';
import { keyOf, sections, supportPage } from '../../conformance/support/page';
import { executedSamples, samplesWith } from '../../conformance/support/samples';

const samples = executedSamples();
const executed = readExecuted();

test('docs/bpmn-support.md is current (else: npm run docs)', () => {
  const page = readFileSync(join(__dirname, '../../docs/bpmn-support.md'), 'utf8');
  expect(page).toBe(supportPage(samples, executed));
});

const rows = sections.flatMap((section) => section.rows.map((row) => ({ key: keyOf(section, row), row })));

test.each(rows)('$key has a sample, or the page says what happens instead', ({ row }) => {
  const proofs = samplesWith(row, samples).length;
  if (row.instead === undefined) expect(proofs).toBeGreaterThan(0);
  else expect(proofs).toBe(0);
});

test('what betsy has is counted under rows that exist', () => {
  const keys = rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(executed).filter((key) => !keys.includes(key))).toEqual([]);
});
