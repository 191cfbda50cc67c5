import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { isClientError, type BatonClient } from 'batonflow/client';
import { z } from 'zod';
import { listenAt, type Listening } from '../../shared/workers/listen';
import { employeeOffboarding } from '../workflows/employee-offboarding.process';
import { Leaving } from '../workflows/employee-offboarding.schema';
import { employeeOnboarding } from '../workflows/employee-onboarding.process';
import { Hired } from '../workflows/employee-onboarding.schema';

const HrEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('EmployeeHired'), data: Hired }),
  z.object({ event: z.literal('EmployeeLeaves'), data: Leaving }),
]);

/** Takes the events of HR; each starts a process, as the message of its name. */
export function takeEvents(client: BatonClient, address: string): Promise<Listening> {
  const token = new URL(address).searchParams.get('token');
  return listenAt(address, (request, response) =>
    statusOf(client, request, token).then(
      (status) => void response.writeHead(status).end(),
      (error: unknown) => {
        console.error(error);
        response.writeHead(503).end(); // HR tells it again
      },
    ),
  );
}

async function statusOf(
  client: BatonClient,
  request: IncomingMessage,
  token: string | null,
): Promise<number> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'POST' || url.pathname !== '/events') return 404;
  if (url.searchParams.get('token') !== token) return 403;
  try {
    const { event, data } = HrEvent.parse(await json(request));
    // By its id the same event is one message, however often HR tells it.
    const options = { id: `${event}/${data.employeeId}` };
    if (event === 'EmployeeHired') await client.publish(employeeOnboarding, event, data, options);
    else await client.publish(employeeOffboarding, event, data, options);
    return 202;
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isClientError(error, 'invalid-input'))
      return 400;
    throw error;
  }
}
