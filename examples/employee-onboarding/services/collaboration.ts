import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Order = z.object({ account: z.string(), team: z.string() });
const Id = z.object({ mailbox: z.string() });

/** Mailboxes, each with the shared folder of a team. */
export function startCollaboration(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'collaboration',
    description: 'Mailboxes and shared folders.',
    data,
    tables:
      'create table if not exists mailbox (address text primary key, team text, archived integer default 0)',
    routes(app, database) {
      app.post(
        '/mailboxes',
        { schema: { summary: 'Create a mailbox', body: Order, response: { 201: Id } } },
        ({ body: { account, team } }, reply) => {
          const mailbox = `${account}@example.com`;
          database.prepare('insert or ignore into mailbox (address, team) values (?, ?)').run(mailbox, team);
          reply.code(201);
          return { mailbox };
        },
      );

      app.post(
        '/mailboxes/:mailbox/archive',
        { schema: { summary: 'Keep a mailbox, but take no mail any more', params: Id } },
        ({ params }, reply) => {
          const archive = database.prepare('update mailbox set archived = 1 where address = ?');
          return reply.code(archive.run(params.mailbox).changes === 1 ? 204 : 404).send();
        },
      );

      app.delete(
        '/mailboxes/:mailbox',
        { schema: { summary: 'Delete a mailbox', params: Id } },
        ({ params }, reply) => {
          const { changes } = database.prepare('delete from mailbox where address = ?').run(params.mailbox);
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
