import { z } from 'zod';
import type { App } from './app';
import { failures, type Switches } from './switches';

const Switch = z.strictObject({
  fail: z.enum(failures),
  times: z.number().int().positive().optional(),
  route: z.string().optional(),
});

/** Routes by which a person makes the service fail while it runs. */
export function addControls(app: App, switches: Switches): void {
  // They never fail themselves, and are no part of the description.
  const hidden = { hide: true };
  app.get('/switches', { schema: hidden }, () => switches.list());
  app.post('/switches', { schema: { ...hidden, body: Switch } }, ({ body }, reply) => {
    try {
      switches.fail(body.fail, body);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return reply.code(400).send({ error: 'BAD_SWITCH', message: error.message });
    }
    return switches.list();
  });
  app.delete('/switches', { schema: hidden }, () => {
    switches.heal();
    return switches.list();
  });
}
