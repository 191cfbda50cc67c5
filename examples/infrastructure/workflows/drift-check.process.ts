import { defineProcess } from 'batonflow/contract';
import { Variables } from './drift-check.schema';

/** Contract of Drift check. Generated from drift-check.bpmn, as the workflow is. */
export const driftCheck = defineProcess({
  type: 'driftCheck',
  name: 'Drift check',
  description:
    'Every hour: is what the providers have still what the inventory says? Somebody may have changed it by hand, or it may have died.',
  input: Variables,
  messages: {},
  broadcasts: {},
  starts: { timers: { Start_EveryHour: '0 0 * * * *' } },
  elements: {
    Start_EveryHour: { name: 'Every hour', kind: 'startEvent' },
    Task_ReadInventory: { name: 'Read inventory', kind: 'serviceTask' },
    Task_Compare: { name: 'Compare with providers', kind: 'serviceTask' },
    Gateway_Drift: { name: 'Drift?', kind: 'exclusiveGateway' },
    Task_ReportDrift: { name: 'Report drift', kind: 'serviceTask' },
    End_Drifted: { name: 'Drift reported', kind: 'endEvent' },
    End_AsBuilt: { name: 'All as built', kind: 'endEvent' },
  },
});
