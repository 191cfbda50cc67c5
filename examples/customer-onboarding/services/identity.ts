import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Check = z.object({
  company: z.string(),
  email: z.string(),
  /** The customer's own: it comes back with the result. */
  reference: z.string(),
  callbackUrl: z.url(),
});
const Id = z.object({ checkId: z.string() });

/** Shared with those who are called back: with it the provider signs its calls. */
export const CALLBACK_SECRET = 'only-for-this-example';

/**
 * A provider of identity checks: takes a request, and calls back when it knows. Companies whose name begins with "Fake" do
 * not exist; those that begin with "Palace" belong to a head of state.
 */
export function startIdentity(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'identity',
    description: 'Checks who is behind a company, and calls back.',
    data,
    tables: 'create table if not exists check_of (id integer primary key, company text, email text)',
    routes(app, database) {
      app.post(
        '/checks',
        { schema: { summary: 'Ask for a check', body: Check, response: { 202: Id } } },
        (request, reply) => {
          const { company, email, reference, callbackUrl } = request.body;
          const insert = database.prepare('insert into check_of (company, email) values (?, ?)');
          const { lastInsertRowid } = insert.run(company, email);
          const checkId = `check-${lastInsertRowid}`;
          const result = {
            checkId,
            reference,
            identity: company.startsWith('Fake') ? 'refused' : 'confirmed',
            politicallyExposed: company.startsWith('Palace'),
          };
          request.callBack(callbackUrl, result, { secret: CALLBACK_SECRET });
          reply.code(202);
          return { checkId };
        },
      );

      app.delete(
        '/checks/:checkId',
        { schema: { summary: 'Delete what is known of a check', params: Id } },
        ({ params }, reply) => {
          const id = Number(params.checkId.replace('check-', ''));
          const { changes } = database.prepare('delete from check_of where id = ?').run(id);
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
