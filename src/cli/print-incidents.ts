import type { Incident, IncidentDetails } from '../shared/incidents';
import { table } from './table';

/** An incident and the run it belongs to. */
type FoundIncident = Incident & { readonly workflowId: string };

/** Incidents as a table, one line each. */
export function incidentTable(incidents: readonly FoundIncident[]): string {
  if (incidents.length === 0) return 'No open incidents.';
  const rows = incidents.map(({ workflowId, id, name, kind, createdAt, message }) => [
    workflowId,
    id,
    name,
    kind,
    createdAt,
    message.replace(/\s+/g, ' '),
  ]);
  return table([['RUN', 'INCIDENT', 'NAME', 'KIND', 'SINCE', 'WHY'], ...rows]);
}

/** An incident after something was done about it: `Task_Charge#1 (Charge card): retried by eve` */
export function describeIncident({ id, name, state, closedBy }: Incident): string {
  return `${id} (${name}): ${state}${closedBy === undefined ? '' : ` by ${closedBy}`}`;
}

/** Everything that is known of an incident. */
export function incidentDetails(incident: IncidentDetails): string {
  const { kind, message, failureType, code, index, createdAt, closedAt, input, variables } = incident;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Kind', kind],
    ['Why', message],
    ['Failure type', failureType],
    ['Error code', code],
    ['Item', index === undefined ? undefined : `${index + 1}, counted from 1`],
    ['Since', createdAt],
    ['Closed', closedAt],
    ['Input', input === undefined ? undefined : JSON.stringify(input)],
    ['Variables', JSON.stringify(variables)],
  ];
  return [
    describeIncident(incident),
    ...lines.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value}`])),
  ].join('\n');
}
