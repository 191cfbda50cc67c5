import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Person = z.object({
  employeeId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  manager: z.string(),
});
const Hire = Person.extend({ role: z.string(), startDate: z.string(), notify: z.url() });
const Departure = Person.extend({ lastDay: z.string(), notify: z.url() });
const Equipment = z.object({
  account: z.string(),
  accountDn: z.string(),
  laptop: z.string(),
  mailbox: z.string(),
  applications: z.array(z.string()),
});
const Problem = z.object({ error: z.string(), message: z.string() });
const Id = z.object({ employeeId: z.string() });

/** The people of the house. Tells by HTTP who is hired and who leaves. */
export function startHr(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'hr',
    description: 'The people of the house, and what they were given.',
    data,
    tables: 'create table if not exists equipment (employee_id text primary key, list text)',
    routes(app, database) {
      app.post('/hires', { schema: { summary: 'Hire somebody', body: Hire } }, (request, reply) => {
        const { notify, ...data } = request.body;
        request.callBack(notify, { event: 'EmployeeHired', data });
        return reply.code(202).send();
      });

      app.post(
        '/departures',
        { schema: { summary: 'Somebody leaves', body: Departure } },
        (request, reply) => {
          const { notify, ...data } = request.body;
          request.callBack(notify, { event: 'EmployeeLeaves', data });
          return reply.code(202).send();
        },
      );

      app.put(
        '/employees/:employeeId/equipment',
        { schema: { summary: 'Record what somebody was given', params: Id, body: Equipment } },
        ({ params, body }, reply) => {
          const put = database.prepare('insert or replace into equipment values (?, ?)');
          put.run(params.employeeId, JSON.stringify(body));
          return reply.code(204).send();
        },
      );

      app.get(
        '/employees/:employeeId/equipment',
        {
          schema: {
            summary: 'What somebody was given',
            params: Id,
            response: { 200: Equipment, 404: Problem },
          },
        },
        ({ params }, reply) => {
          const find = database.prepare('select list from equipment where employee_id = ?');
          const found = find.get(params.employeeId) as { list: string } | undefined;
          if (found) return Equipment.parse(JSON.parse(found.list));
          reply.code(404);
          return { error: 'UNKNOWN', message: `Nothing is known of ${params.employeeId}.` };
        },
      );
    },
  });
}
