import type { IncomingMessage, ServerResponse } from 'node:http';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
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

export function createApp(): App {
  // Connections that callers keep open must not keep it from stopping.
  const app: App = fastify({ forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  return app;
}

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
