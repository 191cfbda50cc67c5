import { EXPRESSION_HELPERS } from './expressions/helpers';

/**
 * Everything of the runtime that emitted code names, by where it comes from. A test checks that each exists; compiler
 * and runtime never import each other.
 */
export const HELPERS = {
  /** What `enter` returns. */
  run: [
    'vars',
    'startEvent',
    'assign',
    'task',
    'userTask',
    'call',
    'wait',
    'waitForOthers',
    'firstOf',
    'guard',
    'forEach',
    'scope',
    'adHoc',
    'attempt',
    'choose',
    'escalate',
    'compensateWith',
    'compensate',
    'cancel',
    'script',
    'decision',
    'message',
    'published',
    'publish',
    'broadcast',
    'throwAll',
    'turn',
    'handOver',
    'part',
    'pass',
    'end',
    'terminate',
    'go',
    'join',
    'inclusiveJoin',
    'complexJoin',
    'gather',
  ],
  'batonflow/workflow': [
    'activitiesOf',
    'activityNamed',
    'allOf',
    'anyOf',
    'asDate',
    'asJson',
    'asText',
    'bpmnError',
    'cancelled',
    'compare',
    'compensation',
    'chosen',
    'dateTime',
    'enter',
    'equal',
    'error',
    'escalation',
    'evaluate',
    'holds',
    'isEmpty',
    'isFalse',
    'isTrue',
    'lastly',
    'local',
    'noFlowTaken',
    'notStarted',
    'otherwise',
    'parallel',
    'restConnector',
    'signal',
    'sizeOf',
    'taking',
    'technicalFailure',
    'timer',
    'toNumber',
    'tries',
    'until',
    'when',
    'withOwn',
  ],
  'batonflow/feel': ['feel', 'feelTest'],
} as const;

type Sources = typeof HELPERS;
export type Helper = { [Source in keyof Sources]: Sources[Source][number] }[keyof Sources];

export function isExpressionHelper(name: string): name is (typeof EXPRESSION_HELPERS)[number] {
  return (EXPRESSION_HELPERS as readonly string[]).includes(name);
}

/** What a function with variables of its own is given. */
const GIVEN: ReadonlySet<Helper> = new Set<Helper>(['vars', 'assign']);

/** Notes which helpers a file uses, and which members of the run each of its functions, so that it names no others. */
export class Uses {
  readonly #used = new Set<Helper>();
  /** Whether the file calls activities. */
  activities = false;

  /**
   * @param around - that of the file, or of the function around
   * @param kind - a function inside of another one uses members of the run as that has them, save for those it is given
   */
  constructor(
    private readonly around?: Uses,
    private readonly kind: 'function' | 'inner' = 'function',
  ) {}

  /** The helper's name, to be written into code. */
  use<H extends Helper>(helper: H): H {
    this.#used.add(helper);
    if (this.kind === 'inner' ? !GIVEN.has(helper) : !isOfRun(helper)) this.around?.use(helper);
    return helper;
  }

  useActivities(): string {
    this.activities = true;
    this.around?.useActivities();
    return 'activities';
  }

  /** The helpers of one source that are used, in the order of the table. */
  from(source: keyof Sources): readonly string[] {
    return HELPERS[source].filter((helper) => this.#used.has(helper));
  }
}

function isOfRun(helper: Helper): boolean {
  return (HELPERS.run as readonly Helper[]).includes(helper);
}
