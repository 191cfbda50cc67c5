import { z } from 'zod';
import { parseIsoDate, parseIsoDuration } from '../../../shared/durations';

/** Texts that YAML takes for numbers, such as error codes and correlation keys. */
const text = z.union([z.string(), z.number()]).transform(String);
const names = z.array(z.string().min(1));
const variables = z.record(z.string(), z.unknown());

const duration = z
  .string()
  .refine(
    (given) => parseIsoDuration(given)?.negative === false,
    'must be an ISO 8601 duration, such as P7D or PT90M',
  )
  .describe('ISO 8601 duration: P7D, PT90M');

const moment = z
  .string()
  .refine(
    (given) => parseIsoDate(given) !== undefined,
    'must be an ISO 8601 date, or date and time, such as 2026-03-02 or 2026-03-02T09:00:00Z',
  );

const bpmnError = z.union([
  text,
  z.strictObject({
    code: text,
    message: z.string().optional(),
    variables: variables.optional().describe('what the error brings along'),
  }),
]);

const technicalFailure = z.union([
  z.string(),
  z.strictObject({
    message: z.string().optional(),
    type: z.string().optional().describe('type of the ApplicationFailure'),
    retryable: z.boolean().optional().describe('default: true'),
  }),
]);

const outcomes = {
  returns: z.unknown().optional().describe('what it returns; default: {}'),
  throws: bpmnError.optional().describe('the BPMN error that it throws'),
  fails: technicalFailure.optional().describe('the technical failure that it ends in; it is tried again'),
  takes: duration.optional().describe('how much virtual time it takes'),
};

const ends = ['returns', 'throws', 'fails'] as const;
const oneEnd = (answer: object): boolean => ends.filter((key) => key in answer).length <= 1;
const ONE_END = 'says two ends: only one of returns, throws and fails can be';

const answer = z.strictObject(outcomes).refine(oneEnd, ONE_END);
/** Decisions are made in the workflow: they take no time. */
const { takes: _takes, ...timeless } = outcomes;
const decisionAnswer = z.strictObject(timeless).refine(oneEnd, ONE_END);
const scriptAnswer = z
  .strictObject({
    ...outcomes,
    log: z
      .union([text, z.array(text)])
      .optional()
      .describe('what it adds to the log of the scenario'),
  })
  .refine(oneEnd, ONE_END);

/** One answer, or those of successive calls, of which the last one repeats. */
const answers = <A extends z.ZodType>(one: A) => z.union([one, z.array(one).min(1)]);

const message = z.strictObject({ name: z.string(), key: text.optional(), variables: variables.optional() });
const signal = z.strictObject({ name: z.string(), variables: variables.optional() });

const start = z
  .strictObject({
    message: z.string().optional(),
    key: text.optional().describe('correlation key of the message'),
    signal: z.string().optional(),
    process: z.string().optional().describe('another process of the diagram'),
    startEvent: z.string().optional().describe('which of several start events'),
    variables: variables.optional(),
  })
  .refine(
    ({ message, signal, process }) =>
      [message, signal, process].filter((one) => one !== undefined).length <= 1,
    {
      error: 'says two beginnings: only one of message, signal and process can be',
    },
  );

const steps = {
  advance: duration.optional().describe('lets virtual time pass'),
  message: message.optional().describe('publishes a message'),
  signal: signal.optional().describe('broadcasts a signal'),
  waiting: z.union([z.string(), names]).optional().describe('asserts where the run waits now'),
  complete: z
    .strictObject({
      task: z.string(),
      as: z.string().optional().describe('the person who completes it'),
      variables: variables.optional(),
    })
    .optional()
    .describe('completes a human task'),
  resolve: z
    .strictObject({
      incident: z.string(),
      with: z.enum(['retry', 'skip', 'fail']),
      variables: variables.optional(),
      input: variables
        .optional()
        .describe('with retry: input of the activity or task, in the place of its own'),
      result: z
        .unknown()
        .optional()
        .describe('with skip: what is no variables, as the value of a script, or the flow out of a gateway'),
    })
    .optional()
    .describe('resolves an incident'),
  set: z.strictObject({ variables }).optional().describe('changes variables'),
  activate: z
    .strictObject({ adHoc: z.string(), activity: z.string() })
    .optional()
    .describe('starts an activity of an ad-hoc sub-process'),
  start: start.optional().describe('starts by message or signal instead of `given`'),
  cancel: z.literal(true).optional().describe('cancels the run'),
};

const step = z
  .strictObject(steps)
  .refine(
    (given) => Object.keys(given).length === 1,
    'must be exactly one step: split it into several entries',
  );

const expectations = z.strictObject({
  status: z.enum(['completed', 'failed', 'waiting', 'cancelled', 'rejected']).optional(),
  passed: names.optional().describe('elements, by ids or names, in this order; others may lie between'),
  path: names.optional().describe('exactly these elements; interleavings of parallel branches are free'),
  visited: names.optional().describe('exactly these elements, each as often as it is named, in any order'),
  taken: names.optional().describe('sequence flows'),
  never: names.optional().describe('elements or sequence flows that were not reached'),
  incidents: names.optional().describe('elements that have stopped with an incident'),
  started: names.optional().describe('other processes that were started'),
  calls: z
    .record(z.string(), z.number().int().nonnegative())
    .optional()
    .describe('how often activities were called'),
  inputs: z
    .record(z.string(), z.array(z.unknown()))
    .optional()
    .describe(
      'what activities were given, call by call: all of it; a mapping with the key ... may have more',
    ),
  log: z.array(text).optional().describe('what scripts have logged, in any order'),
  variables: variables.optional().describe('some of the variables in the end'),
  absent: names.optional().describe('variables that are not there in the end'),
  error: z
    .union([
      text,
      z.strictObject({ code: text.optional(), message: z.string().optional(), type: z.string().optional() }),
    ])
    .optional()
    .describe('what the run failed with: code of the BPMN error, or type of the failure'),
  diagnostics: names.optional().describe('what the compiler says of the diagram; with status: rejected'),
});

const scenario = z.strictObject({
  name: text.describe('what must happen, in words'),
  draft: z
    .boolean()
    .optional()
    .describe('proposed, and not yet reviewed by a person: it is run, but does not count as passed'),
  now: moment
    .optional()
    .describe(
      'what time it is when the scenario begins; default: that of the file, else the time at which it is run',
    ),
  given: variables.optional().describe('the variables that the run is started with'),
  startEvent: z.string().optional().describe('which of several start events it begins at'),
  businessKey: text.optional(),
  activities: z.record(z.string(), answers(answer)).optional().describe('by activity name or element id'),
  scripts: z
    .record(z.string(), answers(scriptAnswer))
    .optional()
    .describe('by the text of the script, or element id'),
  decisions: z.record(z.string(), answers(decisionAnswer)).optional().describe('by name or element id'),
  processes: z.record(z.string(), answers(answer)).optional().describe('called processes'),
  when: z.array(step).optional().describe('in order; each step first waits until the run is idle'),
  then: expectations.optional(),
});

/** What a file of scenarios looks like. Its JSON schema for editors is made from this. */
export const scenarioFileSchema = z.strictObject({
  $schema: z.string().optional(),
  diagram: z.string().min(1).optional().describe('the diagram, relative to this file'),
  workflow: z
    .string()
    .regex(
      /^[^#]+#[^#]+$/,
      'must be a file and the name of an exported function: ../workflows/order.ts#orderFulfilment',
    )
    .optional()
    .describe(
      'a workflow written by hand: ../workflows/order.ts#orderFulfilment; with a diagram as well each scenario runs on both',
    ),
  process: z.string().optional().describe('id of the process; default: the only executable one'),
  stub: z
    .enum(['listed', 'all'])
    .default('listed')
    .describe('activities that are not listed: run for real (listed), or return {} (all)'),
  now: moment.optional().describe('what time it is when a scenario begins that does not say it itself'),
  scenarios: z.array(scenario).min(1),
});

export type ScenarioFileContent = z.output<typeof scenarioFileSchema>;
export type Scenario = ScenarioFileContent['scenarios'][number];
export type Step = NonNullable<Scenario['when']>[number];
export type Expectations = NonNullable<Scenario['then']>;
export type Answer = z.output<typeof scriptAnswer>;
export type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;
