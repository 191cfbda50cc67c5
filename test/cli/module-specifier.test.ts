import { besideDiagram, moduleSpecifier } from '../../src/cli/diagrams/module-specifier';

test.each([
  ['/p/workflows/order.bpmn', '/p/workflows/order.schema.ts', './order.schema'],
  ['/p/workflows/order.bpmn', '/p/activities/contracts.ts', '../activities/contracts'],
  ['/p/workflows/order.bpmn', '/p/activities/index.ts', '../activities'],
  ['/p/workflows/deep/order.bpmn', '/p/workflows/index.ts', '..'],
  ['/p/workflows/order.bpmn', '/p/workflows/index.mts', '.'],
  ['/p/workflows/order.bpmn', '/p/workflows/sub/x.js', './sub/x'],
])('%s imports %s as %s', (from, module, specifier) => {
  expect(moduleSpecifier(from, module)).toBe(specifier);
});

test('names the files beside a diagram', () => {
  expect(besideDiagram('/p/order.bpmn', '.schema.ts')).toBe('/p/order.schema.ts');
});
