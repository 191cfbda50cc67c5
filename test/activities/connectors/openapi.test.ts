import { dataOf, openapiClient } from 'batonflow/openapi';
import { asBpmnError } from '../../../src/shared/bpmn-error';
import { HttpService, json } from './http-service';
import { failureIn, inActivity, KEY } from './running-activity';

/** As `openapi-typescript` writes it, in short. */
interface Paths {
  '/charges/{id}': {
    parameters: { path: { id: string } };
    put: {
      parameters: { path: { id: string }; query?: { dry?: boolean } };
      requestBody: { content: { 'application/json': { amount: number } } };
      responses: { 200: { content: { 'application/json': { receipt: string } } } };
    };
  };
}

let service: HttpService;
beforeEach(async () => {
  service = await new HttpService().start();
});
afterEach(() => service.stop());

const put = () =>
  openapiClient<Paths>({ baseUrl: `${service.url}/v1` }, { errors: { 402: 'CARD_DECLINED' } }).PUT(
    '/charges/{id}',
    {
      params: { path: { id: 'a/b' }, query: { dry: true } },
      body: { amount: 5 },
    },
  );

test('a call is typed by the description, and made as http makes it', async () => {
  service.answer = json(200, { receipt: 'r-1' });
  const { data } = await inActivity(put);
  expect(data?.receipt).toBe('r-1');
  expect(service.last).toMatchObject({
    method: 'PUT',
    url: '/v1/charges/a%2Fb?dry=true',
    body: '{"amount":5}',
  });
  expect(service.last.headers).toMatchObject({ 'idempotency-key': KEY, 'content-type': 'application/json' });
});

test('failures are those of http', async () => {
  service.answer = json(503, {});
  expect(await failureIn(put)).toMatchObject({ type: 'HttpUnavailable', nonRetryable: false });
  service.answer = json(402, {});
  expect(asBpmnError(await failureIn(put))?.code).toBe('CARD_DECLINED');
});

test('dataOf gives what was answered, and fails where there is nothing', async () => {
  service.answer = json(200, { receipt: 'r-1' });
  expect(await inActivity(() => dataOf(put()))).toEqual({ receipt: 'r-1' });
  service.answer = (response) => response.writeHead(204).end();
  expect(await failureIn(() => dataOf(put()))).toMatchObject({
    type: 'HttpBadAnswer',
    nonRetryable: true,
    message: 'The service answered 204, without what its description promises',
  });
});
