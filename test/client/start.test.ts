import { defineSearchAttributeKey, type TypedSearchAttributes } from '@temporalio/common';
import { startOptions } from '../../src/client/start';
import { listFilter } from '../../src/client/list';
import { uiUrlOf } from '../../src/client/ui';
import { defineProcess } from '../../src/shared/process-contract';

const order = defineProcess({ type: 'order', name: 'Order fulfilment', description: 'Ships **orders**.' });
const defaults = { taskQueue: 'orders', attributes: true };

function attributesOf(attributes: unknown): Record<string, unknown> {
  const pairs = (attributes as TypedSearchAttributes).getAll();
  return Object.fromEntries(pairs.map(({ key, value }) => [key.name, value]));
}

test('id, name and attributes come from type and business key', () => {
  const { typedSearchAttributes, ...options } = startOptions(order, { businessKey: '17' }, defaults);
  expect(options).toEqual({
    workflowId: 'order/17',
    taskQueue: 'orders',
    staticSummary: 'Order fulfilment · 17',
    staticDetails: 'Ships **orders**.',
  });
  expect(attributesOf(typedSearchAttributes)).toEqual({ BatonProcess: 'order', BatonBusinessKey: '17' });
});

test('without a business key the id is random, without attributes on the server none are sent', () => {
  const options = startOptions('order', {}, { taskQueue: 'orders', attributes: false });
  expect(options.workflowId).toMatch(/^order\/[0-9a-f-]{36}$/);
  expect(options).toEqual({ workflowId: options.workflowId, taskQueue: 'orders', staticSummary: 'order' });
});

test("the caller's own options win, and attributes are joined", () => {
  const region = defineSearchAttributeKey('Region', 'KEYWORD');
  const options = startOptions(
    order,
    {
      id: 'mine',
      taskQueue: 'other',
      staticSummary: 'mine too',
      workflowRunTimeout: '1 day',
      typedSearchAttributes: [{ key: region, value: 'EU' }],
    },
    defaults,
  );
  expect(options).toMatchObject({
    workflowId: 'mine',
    taskQueue: 'other',
    staticSummary: 'mine too',
    workflowRunTimeout: '1 day',
  });
  expect(attributesOf(options.typedSearchAttributes)).toEqual({ Region: 'EU', BatonProcess: 'order' });
});

describe('with several start events', () => {
  const several = defineProcess({
    type: 'several',
    starts: { none: ['Counter', 'Phone'], messages: { Ordered: 'Online' }, timers: { Night: 'R/P1D' } },
  });
  const oneForClients = defineProcess({ type: 'one', starts: { none: ['Counter'], signals: { Dawn: 'D' } } });

  test('a start says where, and the run remembers it', () => {
    for (const startEvent of ['Phone', 'Online', 'Night']) {
      expect(startOptions(several, { startEvent }, defaults).memo).toEqual({
        'baton.startEvent': startEvent,
      });
    }
    expect(startOptions(oneForClients, {}, defaults)).not.toHaveProperty('memo');
  });

  test.each([
    ['that is not said', several, undefined, 'there are several: say which one is meant by `startEvent`'],
    ['that is not there', several, 'Fax', "there is no 'Fax'; known: Counter, Phone, Online, Night"],
    ['of a process that has one', order, 'Start', 'there is only one place to begin at'],
  ])('one %s is refused', (_what, process, startEvent, message) => {
    const start = () => startOptions(process, { ...(startEvent !== undefined && { startEvent }) }, defaults);
    expect(start).toThrow(message);
  });
});

test('summaries are cut where the server would refuse them, between characters', () => {
  const { staticSummary = '' } = startOptions(order, { businessKey: '"😀'.repeat(100) }, defaults);
  expect(Buffer.byteLength(JSON.stringify(staticSummary))).toBeLessThanOrEqual(380);
  expect(staticSummary).toMatch(/^Order fulfilment · (?:"😀)+"?…$/u);
});

test('an empty business key and one that is too long are refused', () => {
  for (const businessKey of ['', 'ü'.repeat(501)]) {
    expect(() => startOptions(order, { businessKey }, defaults)).toThrow(
      'A business key has 1 to 1000 bytes',
    );
  }
});

test('list filters quote what they are given', () => {
  expect(listFilter({})).toBe('');
  expect(
    listFilter({
      process: order,
      businessKey: "it's",
      status: 'CANCELLED',
      query: "StartTime > '2026-01-01' OR CloseTime IS NULL",
    }),
  ).toBe(
    "WorkflowType = 'order' AND BatonBusinessKey = 'it\\'s' AND ExecutionStatus = 'Canceled' AND " +
      "(StartTime > '2026-01-01' OR CloseTime IS NULL)",
  );
});

test('a list filter that the server would misread is refused', () => {
  for (const businessKey of ['back\\slash', 'quo"te']) {
    expect(() => listFilter({ businessKey })).toThrow("Temporal's list filter cannot name a value");
  }
});

test('links to the UI', () => {
  const server = { address: 'a:1', namespace: 'my space', connectionOptions: { address: 'a:1' } };
  const uiUrl = 'http://ui/';
  expect(uiUrlOf({ uiUrl, server }, 'order/17')).toBe('http://ui/namespaces/my%20space/workflows/order%2F17');
  expect(uiUrlOf({ uiUrl, server }, 'o', 'r')).toBe('http://ui/namespaces/my%20space/workflows/o/r/history');
  expect(uiUrlOf({ uiUrl: undefined, server }, 'o')).toBeUndefined();
});
