import { boundaryEvents } from './rules/boundary-events';
import { conditions } from './rules/conditions';
import { defaultFlow } from './rules/default-flow';
import { eventDefinitions } from './rules/event-definitions';
import { executableProcess } from './rules/executable-process';
import { flowDirection } from './rules/flow-direction';
import { flowEnds } from './rules/flow-ends';
import { flowImmediate } from './rules/flow-immediate';
import { flowLists } from './rules/flow-lists';
import { gateways } from './rules/gateways';
import { intermediateEvents } from './rules/intermediate-events';
import { processEmpty } from './rules/process-empty';
import type { Rule } from './rules/rule';
import { startsAndEnds } from './rules/starts-and-ends';
import { unreachable } from './rules/unreachable';

/** All static rules, in the order in which they run. Each has a file of its own. */
export const rules: readonly Rule[] = [
  executableProcess,
  processEmpty,
  startsAndEnds,
  flowEnds,
  flowDirection,
  flowLists,
  flowImmediate,
  conditions,
  defaultFlow,
  gateways,
  eventDefinitions,
  boundaryEvents,
  intermediateEvents,
  unreachable,
];
