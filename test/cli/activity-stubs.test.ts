import {
  contractStub,
  functionStub,
  joinedByName,
  type MissingActivity,
} from '../../src/cli/diagrams/activity-stubs';

const call = (element: string, inputs?: readonly string[]): MissingActivity => ({
  name: 'charge',
  implementation: 'charge',
  element,
  diagram: 'order.bpmn',
  ...(inputs && { inputs }),
});

test('a stub takes what any of the calls hands over', () => {
  const [stub, ...more] = joinedByName([
    call('A', ['amount']),
    call('B', ['amount', 'card']),
    call('C', ['amount']),
  ]);
  expect(more).toEqual([]);
  expect(functionStub(stub!)).toContain('charge(_input: { amount: any; card?: any })');
  expect(contractStub(stub!)).toContain('input: z.object({ amount: z.any(), card: z.any().optional() })');
});

test('a stub takes everything if one of the calls hands over everything', () => {
  const [stub] = joinedByName([call('A', ['amount']), call('B')]);
  expect(functionStub(stub!)).toContain('charge(_input: Record<string, any>)');
});

test('a stub whose calls hand over nothing takes nothing', () => {
  expect(functionStub(call('A', []))).toContain('charge(): Promise');
  expect(contractStub(call('A', []))).toContain('input: z.void()');
});
