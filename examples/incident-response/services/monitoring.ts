import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Service = z.object({ service: z.string() });

/** Metrics and logs of the house's services. */
export function startMonitoring(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'monitoring',
    description: 'Metrics and logs.',
    data,
    tables: `
      create table if not exists metric (service text primary key, summary text);
      create table if not exists log (id integer primary key, service text, line text);
      insert or ignore into metric values ('checkout', '60 % of requests fail, since 09:14'), ('search', 'p99 is 8 s');
      insert or ignore into log values (1, 'checkout', 'TypeError: order.total is undefined'),
        (2, 'search', 'queue is full, request dropped')`,
    routes(app, database) {
      app.get(
        '/services/:service/metrics',
        {
          schema: {
            summary: 'Metrics in short',
            params: Service,
            response: { 200: z.object({ summary: z.string() }) },
          },
        },
        ({ params: { service } }) => {
          const found = database.prepare('select summary from metric where service = ?').get(service);
          return (found as { summary: string } | undefined) ?? { summary: 'nothing unusual' };
        },
      );

      app.get(
        '/services/:service/logs',
        {
          schema: {
            summary: 'Errors, latest first',
            params: Service,
            response: { 200: z.array(z.string()) },
          },
        },
        ({ params: { service } }) => {
          const found = database
            .prepare('select line from log where service = ? order by id desc')
            .all(service);
          return (found as { line: string }[]).map(({ line }) => line);
        },
      );
    },
  });
}
