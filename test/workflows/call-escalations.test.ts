import { CallEscalations } from '../../src/workflows/call-escalations';
import { Frame } from '../../src/workflows/frame';

const handlers = new Map<string, (envelope: unknown) => Promise<void>>();
const signal = jest.fn(() => Promise.reject(new Error('workflow not found')));
jest.mock('@temporalio/workflow', () => ({
  ...jest.requireActual<object>('@temporalio/workflow'),
  CancellationScope: { current: () => ({}), nonCancellable: (work: () => unknown) => work() },
  getExternalWorkflowHandle: () => ({ signal }),
  setHandler: ({ name }: { name: string }, handler: (envelope: unknown) => Promise<void>) =>
    handlers.set(name, handler),
}));

test('a called process that has ended before its escalation is accepted fails nothing here', async () => {
  const escalations = new CallEscalations();
  escalations.handle();
  const heard: (string | undefined)[] = [];
  const frame = new Frame('', { catcher: { hear: (code) => heard.push(code) > 0 } });
  await escalations.during('child', frame, async () => {
    await handlers.get('baton.escalation')?.({ from: 'child', number: 1, code: 'LATE' });
  });
  expect(heard).toEqual(['LATE']);
  expect(signal).toHaveBeenCalledTimes(1);
});
