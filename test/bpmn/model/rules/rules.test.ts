import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../../src/bpmn/2-model/rules';
import { around, process, read } from '../../diagram';
import { E, S, line } from './rule-cases';

test('every rule has a file of its own, and is in the list', () => {
  const files = readdirSync(join(__dirname, '../../../../src/bpmn/2-model/rules')).filter(
    (file) => file !== 'rule.ts',
  );
  expect(rules).toHaveLength(files.length);
  expect(new Set(rules).size).toBe(files.length);
});

test('several start events are all named', () => {
  const xml = around(`<subProcess id="A">${S}\n<startEvent id="S2" name="Again"/></subProcess>`);
  const [diagnostic] = read(xml).diagnostics.filter(({ code }) => code === 'start-event-several');
  expect(diagnostic?.related).toMatchObject([
    { element: 'S', message: 'start event S' },
    { element: 'S2', message: 'start event "Again"' },
  ]);
});

test('what real diagrams do against the letter of the standard is an error only when strict', () => {
  const xml = process(S + '<exclusiveGateway id="G"/><task id="A"/>' + line('S', 'G', 'A'));
  expect(read(xml).problems).toEqual(['warning end-event-missing Process_1', 'warning gateway-useless G']);
  expect(read(xml).model).toBeDefined();
  expect(read(xml, { strict: true }).model).toBeUndefined();
});

test('what is behind an element that cannot be reached is named with it', () => {
  const xml = process(S + E + '<task id="A"/><task id="B"/>' + line('S', 'E') + line('A', 'B', 'E'));
  const found = read(xml).diagnostics.filter(({ code }) => /unreachable|flow-missing/.test(code));
  expect(found).toMatchObject([{ code: 'flow-missing', element: 'A', related: [{ element: 'B' }] }]);
});
