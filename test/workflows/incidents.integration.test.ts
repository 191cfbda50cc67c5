import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from './fixtures/incident-activities';
import { asking, failing, picky, stopping } from './fixtures/incident-contracts';
import { eventually } from '../support/eventually';
import { errorOf } from '../support/error-of';

const { unknownCards } = activities;
let env: TestEnvironment;

beforeAll(async () => {
  const { charge, decline } = activities;
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/incident-workflows'),
    activities: { charge, decline },
  });
});
afterAll(async () => {
  await env.dispose();
});
beforeEach(() => {
  unknownCards.clear();
  unknownCards.add('lost');
});

const start = (test: string, input: object = {}) => env.client.start(stopping, { test, ...input });
type Run = Awaited<ReturnType<typeof start>>;

/** The open incidents of a run, as soon as there are so many. */
const incidentsOf = ({ id }: { readonly id: string }, count = 1) =>
  eventually(
    () => env.client.incidents.list({ workflowId: id }),
    (found) => found.length === count,
  );

async function incidentOf(run: { readonly id: string }) {
  const [incident] = await incidentsOf(run);
  if (!incident) throw new Error('There is none.');
  return incident;
}

describe('an activity', () => {
  it('stops when its attempts are used up, and is done again with the same key and changed input', async () => {
    const run = await start('activity', { card: 'lost' });
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({
      id: 'Charge#1',
      element: 'Charge',
      name: 'Charge the card',
      kind: 'activity',
      state: 'open',
      message: 'no card lost',
      failureType: 'UnknownCard',
      input: { card: 'lost', amount: 10 },
      process: 'stopping',
    });
    expect(await run.progress()).toMatchObject({ active: ['Charge'], incidents: ['Charge'] });
    expect(await run.handle.query('__temporal_workflow_metadata')).toMatchObject({
      currentDetails:
        'Now: **Charge the card**\n\n- Incident at **Charge the card**: no card lost (`Charge#1`)',
    });
    await env.client.incidents.retry(incident, { input: { card: 'master' }, user: 'eve' });
    const { firstExecutionRunId } = await run.handle.describe().then(({ raw }) => ({
      firstExecutionRunId: raw.workflowExecutionInfo?.firstRunId,
    }));
    expect(await run.result()).toEqual({ receipt: 'master 10', key: `${firstExecutionRunId}/Charge#1` });
    expect(await run.incidents()).toMatchObject([{ id: 'Charge#1', state: 'retried', closedBy: 'eve' }]);
    expect(await run.progress()).toMatchObject({ active: [], incidents: [] });
  });

  it('is done again with variables that were edited, and a new failure is a new incident', async () => {
    const run = await start('activity', { card: 'lost' });
    const first = await incidentOf(run);
    expect(await env.client.incidents.edit(first, { variables: { amount: 30 } })).toMatchObject({
      state: 'open',
      input: { card: 'lost', amount: 30 },
    });
    expect(await env.client.incidents.get(first)).toMatchObject({ variables: { amount: 30, card: 'lost' } });
    await env.client.incidents.retry(first);
    const second = await incidentOf(run);
    expect(second.id).toBe('Charge#2');
    expect(await errorOf(env.client.incidents.retry(first))).toMatchObject({ code: 'incident-gone' });
    await env.client.incidents.retry(second, { variables: { card: 'visa' } });
    expect(await run.result()).toMatchObject({ receipt: 'visa 30' });
  });

  it('is skipped with a result that fits its contract', async () => {
    const run = await start('activity', { card: 'lost' });
    const incident = await incidentOf(run);
    const refused = await errorOf(env.client.incidents.skip(incident, { receipt: 7 }));
    expect(refused).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'receipt' }, { path: 'key' }],
    });
    expect(await incidentOf(run)).toEqual(incident);
    await env.client.incidents.skip(incident, { receipt: 'cash', key: '' });
    expect(await run.result()).toEqual({ receipt: 'cash', key: '' });
  });

  it('fails the run with its failure when a person says so', async () => {
    const run = await start('a failure in a scope', { card: 'lost' });
    const incident = await incidentOf(run);
    expect(incident.id).toBe('Pay#1/Charge#1');
    expect(await env.client.incidents.fail(incident, { user: 'eve' })).toMatchObject({ state: 'failed' });
    expect(await errorOf(run.result())).toMatchObject({
      message: expect.stringContaining('no card lost'),
      outcome: 'failed',
    });
  });

  it('refuses edits that do not fit, and changes nothing', async () => {
    const run = await start('activity', { card: 'lost' });
    const incident = await incidentOf(run);
    const { retry } = env.client.incidents;
    const tried = [
      retry.call(env.client.incidents, incident, { variables: { amount: 'much' } }),
      retry.call(env.client.incidents, incident, { variables: { amuont: 3 } }),
      retry.call(env.client.incidents, incident, { variables: { card: 'visa' }, input: { amount: '3' } }),
      retry.call(env.client.incidents, incident, { variables: 7 as never }),
      retry.call(env.client.incidents, incident, { input: { cadr: 'visa' } }),
    ];
    for (const attempt of tried) expect(await errorOf(attempt)).toMatchObject({ code: 'invalid-input' });
    expect(await env.client.incidents.get(incident)).toMatchObject({
      state: 'open',
      input: { card: 'lost', amount: 10 },
      variables: { card: 'lost', amount: 10 },
    });
    await run.terminate();
  });

  it('is no incident where a boundary event catches its failure', async () => {
    expect(await (await start('an activity whose failure is caught', { card: 'lost' })).result()).toBe(
      'Broken',
    );
  });
});

describe('other failures', () => {
  it.each([
    ['expression', 'Task_Sku', 'expression', { variables: { sku: '7' } }, 'SKU 7'],
    ['condition', 'Flow_Rich', 'expression', { variables: { rich: true } }, true],
    ['script', 'Task_Sku', 'expression', { variables: { sku: 'four' } }, 4],
    ['gateway', 'Gateway_Size', 'gateway', { variables: { amount: 60 } }, 'Flow_Big'],
    ['no branch', 'Gateway_Size', 'gateway', { variables: { amount: 60 } }, 'Flow_Big'],
    ['call', 'Pay', 'call', { input: { card: 'visa' } }, { paid: true }],
    ['items', 'Cards', 'expression', { input: ['visa'] }, [expect.objectContaining({ receipt: 'visa 10' })]],
  ])('%s: stops, and goes on with what was edited', async (test, element, kind, changes, result) => {
    const run = await start(test, { card: 'lost' });
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({ element, kind, id: `${element}#1` });
    await env.client.incidents.retry(incident, changes);
    expect(await run.result()).toEqual(result);
  });

  it('a message without a correlation key stops', async () => {
    const run = await start('message');
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({ element: 'Throw_Card', kind: 'message' });
    await env.client.incidents.retry(incident, { input: { key: 'sku-1' } });
    await run.result();
  });

  it.each([
    ['condition', 'yes', true],
    ['gateway', 'Flow_Medium', 'Flow_Small'],
  ])('%s: a result has to be one that it could give', async (test, wrong, right) => {
    const run = await start(test);
    const incident = await incidentOf(run);
    expect(await errorOf(env.client.incidents.skip(incident, wrong))).toMatchObject({
      code: 'invalid-input',
    });
    await env.client.incidents.skip(incident, right);
    expect(await run.result()).toBe(right);
  });

  it('a BPMN error stops only where nothing catches it', async () => {
    expect(await (await start('a caught BPMN error')).result()).toBe('Declined');
    const run = await start('an uncaught BPMN error');
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({ kind: 'error', code: 'DECLINED', message: 'the bank said no' });
    await env.client.incidents.fail(incident);
    expect(await errorOf(run.result())).toMatchObject({ bpmnError: { code: 'DECLINED' } });
  });

  it('the call of a process that failed is done again under the same workflow id', async () => {
    const run = await start('call', { card: 'lost' });
    await env.client.incidents.retry(await incidentOf(run), {});
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({ id: 'Pay#2', message: 'the card is lost', failureType: 'Lost' });
    await env.client.incidents.skip(incident, { paid: false });
    expect(await run.result()).toEqual({ paid: false });
    const { events = [] } = await run.history();
    const ids = (events ?? []).flatMap(
      (event) => event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId ?? [],
    );
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });
});

describe('events', () => {
  it.each<[string, string, string, Record<string, unknown>, string | object | undefined]>([
    ['a timer that is made anew', 'Cooled', 'expression', { card: 'PT1M' }, undefined],
    ['a key that is made anew', 'Paid', 'message', { sku: 'sku-7' }, { id: 'Late' }],
    ['a condition that comes true', 'Rich', 'expression', { rich: true }, undefined],
    ['a timer of a boundary event', 'Late', 'expression', { sku: 'PT1M' }, 'Late'],
    ['a timer of an event sub-process', 'Late', 'expression', { card: 'PT1M' }, 'late'],
    ['a condition of an event sub-process', 'Rich', 'expression', { rich: true }, 'rich'],
  ])('%s: stops, and is armed with the variables that were edited', async (test, ...rest) => {
    const [element, kind, variables, result] = rest;
    const run = await start(test);
    const incident = await incidentOf(run);
    expect(incident).toMatchObject({ element, kind, id: `${element}#1`, name: element });
    await env.client.incidents.retry(incident, { variables });
    const given = await run.result();
    if (result === undefined) expect(given ?? undefined).toBeUndefined();
    else if (typeof result === 'string') expect(given).toBe(result);
    else expect(given).toMatchObject(result);
  });

  it('work does not begin without the timer that guards it', async () => {
    const run = await start('a timer of a boundary event');
    const incident = await incidentOf(run);
    expect(await run.handle.query('done')).toEqual([]);
    await env.client.incidents.retry(incident, { variables: { sku: 'P7D' } });
    expect(await run.result()).toBe('done');
  });

  it.each([
    ['a timer', 'Cooled', 'soon', 'PT5M'],
    ['a key', 'Paid', null, 'sku-7'],
    ['a condition that comes true', 'Rich', false, true],
  ])('%s: a person may give what it waits for', async (test, element, wrong, right) => {
    const run = await start(test);
    const incident = await incidentOf(run);
    expect(incident.element).toBe(element);
    const refused = await errorOf(env.client.incidents.skip(incident, wrong));
    expect(refused.message).toMatch(/is no ISO 8601|correlation key|must be true/);
    expect(await incidentOf(run)).toEqual(incident);
    await env.client.incidents.skip(incident, right);
    if (test === 'a key') {
      await env.client.publish('Card', { card: 'x' }, { key: 'sku-7' });
    }
    await run.result();
    expect(await run.incidents()).toMatchObject([{ id: incident.id, state: 'skipped' }]);
  });

  it('a failing condition beside work that ends is over with it', async () => {
    const run = await start('a condition of an event sub-process');
    const incident = await incidentOf(run);
    expect(await run.result()).toBe('done');
    expect(await run.incidents()).toMatchObject([{ id: incident.id, state: 'cancelled' }]);
  });
});

describe('human tasks', () => {
  it('dates, listeners and the end stop, each until it is mended', async () => {
    const run = await env.client.start(asking, { due: 'soon' });
    const dates = await incidentOf(run);
    expect(dates).toMatchObject({ id: 'Review#1', kind: 'expression', input: { dueDate: 'soon' } });
    await env.client.incidents.retry(dates, { input: { dueDate: 'P1D' } });
    const listener = await incidentOf(run);
    expect(listener).toMatchObject({ id: 'Review#2', kind: 'expression' });
    expect(await run.tasks()).toEqual([]);
    await env.client.incidents.retry(listener, { variables: { reviewer: { id: 'EVE' } } });
    await env.advance('1 minute');
    expect((await run.tasks())[0]).toMatchObject({ assignee: 'eve', dueAt: expect.any(String) });
    await env.client.tasks.complete({ workflowId: run.id, id: 'Review#1' }, { ok: true });
    const end = await incidentOf(run);
    expect(end).toMatchObject({ element: 'End', failureType: 'InvalidOutput' });
    await env.client.incidents.retry(end, { variables: { reviewer: { name: 'Eve' } } });
    expect(await run.result()).toEqual({ ok: true, by: 'Eve' });
  });
});

describe('branches', () => {
  it('others go on beside an incident', async () => {
    const run = await start('branches', { card: 'lost' });
    const incident = await incidentOf(run);
    await env.advance('2 hours');
    expect(await run.handle.query('done')).toEqual(['the other branch']);
    await env.client.incidents.retry(incident, { input: { card: 'visa' } });
    expect(await run.result()).toEqual(['the other branch', 'visa 10']);
  });

  it('each item of a multi-instance has its own', async () => {
    const run = await start('items side by side', { cards: ['lost', 'visa', 'lost'] });
    const incidents = await incidentsOf(run, 2);
    expect(incidents.map(({ id, index }) => [id, index]).sort()).toEqual([
      ['Cards#1/1/Charge#1', 0],
      ['Cards#1/3/Charge#1', 2],
    ]);
    for (const incident of incidents) await env.client.incidents.retry(incident, { input: { card: 'amex' } });
    const receipts = (await run.result()) as unknown as { receipt: string }[];
    expect(receipts.map(({ receipt }) => receipt)).toEqual(['amex 10', 'visa 10', 'amex 10']);
  });

  it('an interruption closes an incident', async () => {
    const run = await start('an interrupted incident', { card: 'lost' });
    const incident = await incidentOf(run);
    await env.advance('2 days');
    expect(await run.result()).toBe('Late');
    expect(await run.incidents()).toMatchObject([{ id: incident.id, state: 'cancelled' }]);
    expect(await errorOf(env.client.incidents.retry(incident))).toMatchObject({ code: 'not-found' });
  });

  it('the cancellation of the run closes an incident', async () => {
    const run = await start('activity', { card: 'lost' });
    await incidentOf(run);
    await run.cancel();
    expect(await errorOf(run.result())).toMatchObject({ outcome: 'cancelled' });
    expect(await run.incidents()).toMatchObject([{ state: 'cancelled' }]);
  });

  it("edits in a scope go to the scope's own variables", async () => {
    unknownCards.add('own');
    const run = await start("a scope's own variables");
    const incident = await incidentOf(run);
    await env.client.incidents.retry(incident, { variables: { card: 'amex', amount: 5 } });
    expect(await run.result()).toEqual(['amex 5', 'visa']);
  });
});

describe('where nobody asked for incidents', () => {
  it('the run fails with its code', async () => {
    const run = await env.client.start(failing, { test: 'activity', card: 'lost' });
    expect(await errorOf(run.result())).toMatchObject({ message: expect.stringContaining('no card lost') });
    expect(await run.incidents()).toEqual([]);
  });

  it('only the kinds that are asked for stop', async () => {
    const activity = await env.client.start(picky, { test: 'activity', card: 'lost' });
    expect(await errorOf(activity.result())).toMatchObject({
      message: expect.stringContaining('no card lost'),
    });
    const gateway = await env.client.start(picky, { test: 'gateway' });
    expect(await errorOf(gateway.result())).toMatchObject({ failureType: 'NoFlowTaken' });
    const expression = (await env.client.start(picky, { test: 'expression' })) as unknown as Run;
    await env.client.incidents.skip(await incidentOf(expression), 'SKU 1');
    expect(await expression.result()).toBe('SKU 1');
  });
});

it('of two people, one wins and the other is told', async () => {
  const run = await start('activity', { card: 'lost' });
  const incident = await incidentOf(run);
  const both = await Promise.allSettled([
    env.client.incidents.skip(incident, { receipt: 'one', key: '' }),
    env.client.incidents.skip(incident, { receipt: 'two', key: '' }),
    env.client.incidents.retry(incident, { input: { card: 'visa' } }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of both) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'incident-gone' });
  }
  expect(await run.result()).toMatchObject({});
});
