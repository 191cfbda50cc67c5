import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CallBackOptions } from './callbacks';
import type { Failure } from './switches';

/** Fastify, with schemas in zod. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Method and route, such as `POST /charges/:id/refunds`. */
    readonly route: string;
    /** How this request is to fail. */
    failure: Failure | undefined;
    /** Calls back later; twice if this request is to fail as `duplicate`. */
    callBack(url: string, body: unknown, options?: CallBackOptions): void;
  }
}
