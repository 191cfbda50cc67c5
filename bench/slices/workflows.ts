import { enter, type Continued, type InputOf } from 'batonflow/workflow';
import * as contracts from './contracts';

/** What a diagram with one multi-instance service task compiles to. */
export async function packing(input: InputOf<typeof contracts.packing>, continued?: Continued) {
  const { vars, task, forEach, part, end } = enter(contracts.packing, input, continued);
  if (continued?.at === 'Task_Pack') return part(packItemForAll);

  vars.parcels = await packItemForAll();
  return end('End');

  function packItemForAll() {
    return forEach(
      'Task_Pack',
      vars.items,
      async (item) => (await task('Task_Pack', contracts.pack, { item })).parcel,
      { concurrency: 1000, slices: true },
    );
  }
}
