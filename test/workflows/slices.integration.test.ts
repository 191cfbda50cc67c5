/** Multi-instance in child workflows, on a real server. */
import { bpmnError } from 'batonflow/activity';
import type { BatonClient, ProcessRun, RunDescription } from 'batonflow/client';
import { slices } from '../samples/slices/slices.process';
import { eventually } from '../support/eventually';
import { serve, type Served } from '../support/served';

const taskQueue = `slices-${crypto.randomUUID()}`;
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const nothing = { items: [], total: 0, numbers: [], enough: 1, parcels: [] };

let client: BatonClient;
let served: Served;
/** What becomes of a parcel. */
let send: (id: number) => unknown;

beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('../samples/slices/slices.workflow'),
    activities: {
      lookUpPrice: () => Promise.resolve({ price: 2 }),
      sendParcel: ({ id }: { id: number }) => Promise.resolve(send(id)),
    },
    taskQueue,
  });
  ({ client } = served);
});
afterAll(() => served.stop());

async function childrenOf(run: ProcessRun<typeof slices>): Promise<RunDescription[]> {
  const { events } = await client.client.workflow.getHandle(run.id).fetchHistory();
  const ids = (events ?? []).flatMap(
    ({ childWorkflowExecutionStartedEventAttributes: child }) => child?.workflowExecution?.workflowId ?? [],
  );
  return Promise.all(ids.map((id) => client.get(slices, id).describe()));
}

test('500 instances each, and the run itself stays short', async () => {
  const run = await client.start(slices, { ...nothing, items: upTo(1100) });
  expect(await run.result()).toMatchObject({
    prices: upTo(1100).map((item) => item * 2),
    total: 1100 * 1101,
  });
  const children = await childrenOf(run);
  // Three for the prices, and three to add them up.
  expect(children.map(({ status }) => status)).toEqual(Array(6).fill('COMPLETED'));
  expect((await run.describe()).historyLength).toBeLessThan(100);
  const { elements } = await run.progress();
  expect(elements['Task_Price']).toMatchObject({ entered: 1100, completed: 1100 });
});

test('an instance that fails ends the others, in all slices', async () => {
  send = (id) => {
    if (id === 510) throw bpmnError('LOST');
    return {};
  };
  const run = await client.start(slices, { ...nothing, parcels: upTo(600) });
  await run.result();
  expect((await run.progress()).path.at(-1)).toBe('End_Lost');
  const children = await childrenOf(run);
  expect(children).toHaveLength(2);
  expect(children.map(({ status }) => status)).toContain('FAILED');
  expect(children.map(({ status }) => status)).not.toContain('RUNNING');
});

test('cancelling the run ends its slices', async () => {
  let begin: () => void, end: (result: object) => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<object>((resolve) => (end = resolve));
  send = () => {
    begin();
    return ended;
  };
  const run = await client.start(slices, { ...nothing, parcels: upTo(600) });
  await begun;
  await run.cancel();
  // No parcel is done before its slice is told.
  const [slice] = await childrenOf(run);
  await eventually(async () =>
    (await client.history(slice!.id)).events?.some(
      (event) => event.workflowExecutionCancelRequestedEventAttributes,
    ),
  );
  end!({});
  await expect(run.result()).rejects.toMatchObject({ outcome: 'cancelled' });
  const children = await childrenOf(run);
  // The second one may not have been started yet.
  expect(new Set(children.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
});
