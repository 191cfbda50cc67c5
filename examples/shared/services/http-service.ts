import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import swagger from '@fastify/swagger';
import type { FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import Database from 'libsql';
import { createApp, type App } from './app';
import { Callbacks } from './callbacks';
import { addControls } from './controls';
import { addFailures } from './failing';
import { addIdempotency } from './idempotency';
import { recordRequests, type AnsweredRequest } from './requests';
import type { Service } from './service';
import { Switches, type Failure, type FailOptions } from './switches';

export interface HttpServiceOptions {
  /** In lower case: `payment` is found by `PAYMENT_URL`, `id-check` by `ID_CHECK_URL`. */
  readonly name: string;
  /** What it does, for its OpenAPI description. */
  readonly description: string;
  /** SQL that makes its tables where they do not exist yet. */
  readonly tables?: string | undefined;
  /** Folder for its data, which then outlive it. Without one they are kept in memory. */
  readonly data?: string | undefined;
  /** Adds its routes, with zod schemas, which become its OpenAPI description. */
  readonly routes: (app: App, database: Database.Database) => void;
}

export interface HttpService extends Service {
  readonly name: string;
  /** `http://127.0.0.1:<free port>`; the description is at `/openapi.json`. */
  readonly url: string;
  /** Its own data. */
  readonly database: Database.Database;
  /** What it was asked, in order. Also at `/requests`. */
  readonly requests: readonly AnsweredRequest[];
  /** Makes requests fail; see {@link Failure}. Also by `POST /switches` with `{fail, times, route}`. */
  fail(failure: Failure, options?: FailOptions): void;
  /** Makes it work again. Also by `DELETE /switches`. */
  heal(): void;
}

/**
 * Starts an HTTP service such as companies have them: described by OpenAPI, with data of its own, and tolerant of
 * repeated requests (header `Idempotency-Key`). It can be made to fail.
 *
 * @example
 * startHttpService({
 *   name: 'payment',
 *   description: 'Charges cards.',
 *   tables: 'create table if not exists charge (id integer primary key, amount real)',
 *   routes(app, database) {
 *     const schema = { body: z.object({ amount: z.number() }), response: { 201: z.object({ id: z.number() }) } };
 *     app.post('/charges', { schema }, ({ body }, reply) => {
 *       const { lastInsertRowid } = database.prepare('insert into charge (amount) values (?)').run(body.amount);
 *       reply.code(201);
 *       return { id: Number(lastInsertRowid) };
 *     });
 *   },
 * });
 */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const { name, description, tables, data, routes } = options;
  const stopping = new AbortController();
  const database = openDatabase(name, data);
  if (tables !== undefined) database.exec(tables);
  const callbacks = new Callbacks(name);
  const requests: AnsweredRequest[] = [];
  const known: string[] = [];
  const switches = new Switches(name, () => known);

  const app = createApp();
  app.decorateRequest('route', { getter: routeOf });
  app.decorateRequest('failure', undefined);
  await app.register(swagger, {
    openapi: { info: { title: name, description, version: '1.0.0' } },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  app.get('/requests', { schema: { hide: true } }, () => requests);
  addControls(app, switches);

  await app.register(async (part: App) => {
    part.addHook('onRoute', ({ method, url }) => {
      known.push(...[method].flat().flatMap((one) => (one === 'HEAD' ? [] : [`${one} ${url}`])));
    });
    part.decorateRequest('callBack', function (url, body, given) {
      callbacks.call(url, body, { twice: this.failure === 'duplicate', ...given });
    });
    recordRequests(part, requests);
    addIdempotency(part, database);
    addFailures(part, switches, stopping.signal);
    routes(part, database);
  });

  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    name,
    url,
    env: { [`${name.toUpperCase().replaceAll('-', '_')}_URL`]: url },
    database,
    requests,
    fail: (failure, given) => switches.fail(failure, given),
    heal: () => switches.heal(),
    async stop() {
      stopping.abort();
      await callbacks.stop();
      await app.close();
      database.close();
    },
  };
}

function openDatabase(name: string, folder: string | undefined): Database.Database {
  if (folder === undefined) return new Database(':memory:');
  mkdirSync(folder, { recursive: true });
  return new Database(join(folder, `${name}.db`));
}

function routeOf(this: FastifyRequest): string {
  return `${this.method} ${this.routeOptions.url ?? ''}`;
}
