import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Access = z.object({ application: z.string(), account: z.string() });

/** The identity side of the cloud applications: who may use which. */
export function startApplications(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'applications',
    description: 'Who may use which cloud application.',
    data,
    tables:
      'create table if not exists access (application text, account text, primary key (application, account))',
    routes(app, database) {
      app.put(
        '/applications/:application/users/:account',
        { schema: { summary: 'Let somebody use an application', params: Access } },
        ({ params: { application, account } }, reply) => {
          database.prepare('insert or ignore into access values (?, ?)').run(application, account);
          return reply.code(204).send();
        },
      );

      app.delete(
        '/applications/:application/users/:account',
        { schema: { summary: 'Let somebody use it no more', params: Access } },
        ({ params: { application, account } }, reply) => {
          const remove = database.prepare('delete from access where application = ? and account = ?');
          return reply.code(remove.run(application, account).changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
