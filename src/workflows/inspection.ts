import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { SET_VARIABLES_UPDATE, VARIABLES_QUERY, WAITS_QUERY } from '../shared/names';
import type { OpenWaits } from '../shared/wire';
import { failure } from './failures';
import type { Run } from './run';

/**
 * What people and tests may ask a run, and change in it: its variables, and the messages that it waits for. Changed
 * variables make conditions true as any others do. Nothing of it reaches the history but the change.
 */
export function handleInspection({ vars, mailbox }: Run): void {
  setHandler(defineQuery<Readonly<Record<string, unknown>>>(VARIABLES_QUERY), () => vars);
  setHandler(defineQuery<OpenWaits>(WAITS_QUERY), () => ({ messages: mailbox.waits }));
  setHandler(
    defineUpdate<void, [unknown]>(SET_VARIABLES_UPDATE),
    (changes) => void Object.assign(vars, changes),
    { validator: checkChanges },
  );
}

function checkChanges(changes: unknown): void {
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes)) return;
  throw failure(FailureType.InvalidInput, 'Variables are changed by an object: names and new values.');
}
