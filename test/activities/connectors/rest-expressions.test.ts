import { resultOf } from '../../../src/activities/connectors/rest/expressions';

test('the expressions of a connector mean what those of a diagram mean', () => {
  const body = { users: [{ name: 'Ann' }, { name: 'Bob' }], status: 'sent', code: 5 };
  const response = { status: 200, headers: {}, body };
  expect(resultOf('={found: response.body.users[contains(name, "A")].name}', response)).toEqual({
    found: ['Ann'],
  });
  expect(resultOf('={ok: response.body.code in [1..10] and body.status = "sent"}', response)).toEqual({
    ok: true,
  });
  expect(resultOf('={first: get or else(body.missing, "none")}', response)).toEqual({ first: 'none' });
});
