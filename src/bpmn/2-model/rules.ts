import { adHoc } from './rules/ad-hoc';
import { boundaryEvents } from './rules/boundary-events';
import { callData } from './rules/call-data';
import { calledProcesses } from './rules/called-processes';
import { collections } from './rules/collections';
import { compensationHandlers } from './rules/compensation-handlers';
import { compensationTriggers } from './rules/compensation-triggers';
import { conditionalEvents } from './rules/conditional-events';
import { conditions } from './rules/conditions';
import { connections } from './rules/connections';
import { connectorInputs } from './rules/connector-inputs';
import { dataAssociations } from './rules/data-associations';
import { dataInSets } from './rules/data-in-sets';
import { dataObjects } from './rules/data-objects';
import { dataSetPairs } from './rules/data-set-pairs';
import { dataSetRoles } from './rules/data-set-roles';
import { defaultFlow } from './rules/default-flow';
import { eventData } from './rules/event-data';
import { eventDefinitions } from './rules/event-definitions';
import { eventGateways } from './rules/event-gateways';
import { eventSubProcesses } from './rules/event-sub-processes';
import { executableProcess } from './rules/executable-process';
import { extensions } from './rules/extensions';
import { flowDirection } from './rules/flow-direction';
import { flowEnds } from './rules/flow-ends';
import { flowImmediate } from './rules/flow-immediate';
import { flowLists } from './rules/flow-lists';
import { gateways } from './rules/gateways';
import { imports } from './rules/imports';
import { initiators } from './rules/initiators';
import { links } from './rules/links';
import { loops } from './rules/loops';
import { messageData } from './rules/message-data';
import { messageFlows } from './rules/message-flows';
import { messages } from './rules/messages';
import { multiInstanceItems } from './rules/multi-instance-items';
import { operationData } from './rules/operation-data';
import { participants } from './rules/participants';
import { processData } from './rules/process-data';
import { processEmpty } from './rules/process-empty';
import { processType } from './rules/process-type';
import { quantities } from './rules/quantities';
import { receiveTaskStarts } from './rules/receive-task-starts';
import { requiredParts } from './rules/required-parts';
import { resources } from './rules/resources';
import type { Rule } from './rules/rule';
import { scriptFormats } from './rules/script-formats';
import { startsAndEnds } from './rules/starts-and-ends';
import { subProcessData } from './rules/sub-process-data';
import { textFormats } from './rules/text-formats';
import { thrownCodes } from './rules/thrown-codes';
import { timers } from './rules/timers';
import { transactions } from './rules/transactions';
import { unreachable } from './rules/unreachable';

/** All static rules, in the order in which they run. Each has a file of its own. */
export const rules: readonly Rule[] = [
  // the file
  executableProcess,
  imports,
  extensions,
  requiredParts,
  textFormats,
  messageFlows,
  participants,
  // processes and sub-processes
  processEmpty,
  processType,
  startsAndEnds,
  eventSubProcesses,
  adHoc,
  connections,
  unreachable,
  // sequence flows and gateways
  flowEnds,
  flowDirection,
  flowLists,
  flowImmediate,
  conditions,
  defaultFlow,
  gateways,
  eventGateways,
  // events
  eventDefinitions,
  boundaryEvents,
  links,
  initiators,
  timers,
  conditionalEvents,
  thrownCodes,
  compensationHandlers,
  compensationTriggers,
  transactions,
  messages,
  // activities
  scriptFormats,
  receiveTaskStarts,
  resources,
  loops,
  quantities,
  calledProcesses,
  connectorInputs,
  // data
  collections,
  dataInSets,
  dataSetRoles,
  dataSetPairs,
  dataObjects,
  dataAssociations,
  processData,
  subProcessData,
  operationData,
  messageData,
  eventData,
  multiInstanceItems,
  callData,
];
