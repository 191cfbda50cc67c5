import { goodsBuyer } from '../samples/drawn-messages/drawn-messages.process';
import { serve } from '../support/served';

test('three pools hear each other by their message flows alone', async () => {
  const { client, stop } = await serve({
    workflowsPath: require.resolve('../samples/drawn-messages/drawn-messages.workflow'),
    activities: { writeLetter: () => Promise.resolve({ written: true }) },
    taskQueue: `drawn-messages-${crypto.randomUUID()}`,
  });
  try {
    expect(await client.execute(goodsBuyer, {})).toEqual({ written: true });
  } finally {
    await stop();
  }
});
