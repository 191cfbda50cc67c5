import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { SET_VARIABLES_UPDATE, VARIABLES_QUERY, WAITS_QUERY } from '../shared/names';
import type { OpenWaits } from '../shared/wire';
import { checkedEdits } from './edited-variables';
import type { Run } from './run';

/**
 * What people and tests may ask a run, and change in it: its variables, and the messages that it waits for. Changed
 * variables make conditions true as any others do; what does not fit the process's schema is refused, and nothing is
 * changed. Nothing of it reaches the history but the change.
 */
export function handleInspection({ process, vars, mailbox }: Run): void {
  const checked = (changes: unknown) => checkedEdits(process, vars, changes, `process ${process.type}`);
  setHandler(defineQuery<Readonly<Record<string, unknown>>>(VARIABLES_QUERY), () => vars);
  setHandler(defineQuery<OpenWaits>(WAITS_QUERY), () => ({ messages: mailbox.waits }));
  setHandler(
    defineUpdate<void, [unknown]>(SET_VARIABLES_UPDATE),
    (changes) => void Object.assign(vars, checked(changes)),
    { validator: (changes) => void checked(changes) },
  );
}
