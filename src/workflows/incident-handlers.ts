import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import type {
  EditIncident,
  FailIncident,
  Incident,
  IncidentDetails,
  RetryIncident,
  SkipIncident,
} from '../shared/incidents';
import { INCIDENTS_QUERY, INCIDENT_QUERY, INCIDENT_UPDATES } from '../shared/names';
import type { Run } from './run';

/** Tells of incidents, and takes what people decide about them. Temporal calls: `setHandler`. */
export function handleIncidents({ incidents, arrivals }: Pick<Run, 'incidents' | 'arrivals'>): void {
  setHandler(defineQuery<readonly Incident[]>(INCIDENTS_QUERY), () => incidents.list());
  setHandler(
    defineQuery<IncidentDetails | null, [string]>(INCIDENT_QUERY),
    (id) => incidents.details(id) ?? null,
  );

  // The validator refuses before history; the handler decides, because the incident may be gone by then.
  const on = <Command>(name: string, act: (command: Command, dryRun?: boolean) => Incident) => {
    setHandler(defineUpdate<Incident, [Command]>(name), (command) => arrivals.hear(() => act(command)), {
      validator: (command) => void act(command, true),
    });
  };
  on<RetryIncident>(INCIDENT_UPDATES.retry, (command, dryRun) => incidents.retry(command, dryRun));
  on<EditIncident>(INCIDENT_UPDATES.edit, (command, dryRun) => incidents.edit(command, dryRun));
  on<SkipIncident>(INCIDENT_UPDATES.skip, (command, dryRun) => incidents.skip(command, dryRun));
  on<FailIncident>(INCIDENT_UPDATES.fail, (command, dryRun) => incidents.fail(command, dryRun));
}
