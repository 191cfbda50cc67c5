import { meaningOf } from '../../conformance/behaviour/vocabulary';

test.each([
  ['SCRIPT_task12', { log: ['SCRIPT_task12'] }],
  ['  CREATE_LOG_FILE\n', { started: true }],
  ['CREATE_MARKER_FILE', { marker: true }],
  ['INCREMENT_INTEGER_VARIABLE', { changes: { integerVariable: 3 } }],
  ['INCREMENT_INTEGER_VARIABLE_AND_LOG', { changes: { integerVariable: 3 }, log: ['INCREMENT_correct'] }],
  ['SET_STRING_DATA', { changes: { data: 'String' } }],
  ['WAIT_TEN_SECONDS', { takes: 10_000 }],
  ['CREATE_TIMESTAMP_LOG_2', { takes: 10_000, timestamp: true }],
  ['THROW_ERROR', { throws: 'ERR_CODE' }],
])('%j', (script, meaning) => {
  expect(meaningOf(script, { integerVariable: 2 })).toEqual(meaning);
});

test('data is read back', () => {
  expect(meaningOf('LOG_DATA', { data: 'String' })).toEqual({ log: ['DATA_correct'] });
  expect(meaningOf('LOG_DATA', {})).toEqual({ log: [] });
});

test.each(['SCRIPT_task', 'log("x")', 'toString', ''])('the suites do not explain %j', (script) => {
  expect(meaningOf(script, {})).toBeUndefined();
});
