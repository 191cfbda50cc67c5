import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Figures = z.object({ period: z.string(), profit: z.number().int() });

/** Where figures are published; a month is published once. */
export function startFiling(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'filing',
    description: 'Publishes figures.',
    data,
    tables: 'create table if not exists report (id integer primary key, period text, profit integer)',
    routes(app, database) {
      app.post(
        '/reports',
        {
          schema: { summary: 'Publish', body: Figures, response: { 201: z.object({ report: z.string() }) } },
        },
        ({ body: { period, profit } }, reply) => {
          const insert = database.prepare('insert into report (period, profit) values (?, ?)');
          const { lastInsertRowid } = insert.run(period, profit);
          reply.code(201);
          return { report: `https://filing.example/reports/${lastInsertRowid}` };
        },
      );
    },
  });
}
