import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Page = z.object({ level: z.number().int().positive(), fingerprint: z.string(), summary: z.string() });
const Room = z.object({ name: z.string(), topic: z.string() });
const Post = z.object({ text: z.string() });

/** Finds engineers at night, and gives them a room to talk in. */
export function startPager(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'pager',
    description: 'Pages engineers, and keeps rooms for incidents.',
    data,
    tables: `
      create table if not exists page (id integer primary key, level integer, fingerprint text, summary text);
      create table if not exists room (name text primary key, topic text);
      create table if not exists post (id integer primary key, room text, text text)`,
    routes(app, database) {
      app.post(
        '/pages',
        { schema: { summary: 'Page the engineers of a level', body: Page } },
        ({ body }, reply) => {
          const { level, fingerprint, summary } = body;
          database
            .prepare('insert into page (level, fingerprint, summary) values (?, ?, ?)')
            .run(level, fingerprint, summary);
          return reply.code(204).send();
        },
      );

      app.put(
        '/rooms/:name',
        {
          schema: {
            summary: 'A room, opened if there is none',
            params: Room.pick({ name: true }),
            body: Room,
          },
        },
        ({ body: { name, topic } }, reply) => {
          database.prepare('insert or ignore into room (name, topic) values (?, ?)').run(name, topic);
          return reply.code(204).send();
        },
      );

      app.post(
        '/rooms/:name/posts',
        { schema: { summary: 'Say something', params: Room.pick({ name: true }), body: Post } },
        ({ params, body }, reply) => {
          database.prepare('insert into post (room, text) values (?, ?)').run(params.name, body.text);
          return reply.code(204).send();
        },
      );
    },
  });
}
