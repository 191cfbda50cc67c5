import type { Entry } from './entry';

/** Problems of the flow graph. */
export const flow = {
  'start-event-missing': {
    severity: 'error',
    message: 'The {element} has no start.',
    why: 'It has neither a start event nor an element without incoming flow, so nothing would ever run.',
    fix: 'Add a start event.',
  },
} as const satisfies Record<string, Entry>;
