type Variables = Readonly<Record<string, unknown>>;

/** What a script of the suites does: see README of the shared suites. */
export interface Meaning {
  /** Entries for the case's log. */
  readonly log?: readonly string[];
  readonly started?: boolean;
  readonly marker?: boolean;
  /** Notes from when until when it ran. */
  readonly timestamp?: boolean;
  /** Virtual milliseconds. */
  readonly takes?: number;
  /** Variables that it sets. */
  readonly changes?: Variables;
  /** Code of the BPMN error that it raises. */
  readonly throws?: string;
}

const TEN_SECONDS = 10_000;

const WORDS: Readonly<Record<string, (variables: Variables) => Meaning>> = {
  CREATE_LOG_FILE: () => ({ started: true }),
  CREATE_MARKER_FILE: () => ({ marker: true }),
  CREATE_TIMESTAMP_LOG_1: () => ({ timestamp: true, takes: TEN_SECONDS }),
  CREATE_TIMESTAMP_LOG_2: () => ({ timestamp: true, takes: TEN_SECONDS }),
  WAIT_TEN_SECONDS: () => ({ takes: TEN_SECONDS }),
  INCREMENT_INTEGER_VARIABLE: (variables) => ({ changes: incremented(variables) }),
  INCREMENT_INTEGER_VARIABLE_AND_LOG: (variables) => ({
    changes: incremented(variables),
    log: ['INCREMENT_correct'],
  }),
  SET_STRING_DATA: () => ({ changes: { data: 'String' } }),
  LOG_DATA: ({ data }) => ({ log: data === 'String' ? ['DATA_correct'] : [] }),
  THROW_ERROR: () => ({ throws: 'ERR_CODE' }),
};

/** Undefined for a script that the suites do not explain. */
export function meaningOf(script: string, variables: Variables): Meaning | undefined {
  const word = script.trim();
  if (/^SCRIPT_task\d+$/.test(word)) return { log: [word] };
  return Object.hasOwn(WORDS, word) ? WORDS[word]?.(variables) : undefined;
}

function incremented({ integerVariable }: Variables): Variables {
  return { integerVariable: Number(integerVariable) + 1 };
}
