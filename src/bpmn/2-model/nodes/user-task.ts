import { defined } from '../defined';
import { createElementReader, type Context, type ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import { jbpmInputs } from '../jbpm-people';
import { taskHeaders } from '../mappings/task-headers';
import { activityBase, nameOf } from '../node-base';
import { readPerformers } from '../performers';
import { propertyNamed } from '../properties';
import { readForm } from '../forms/element-form';
import { readTaskListeners } from '../task-listeners';
import type { UserTask } from '../types';
import type { Expression } from '../value-types';

const ENGINES = ['camunda', 'flowable'];

/** A task for a person. Where it stands in a lane and nobody is named, the lane is the candidate group. */
export function userTask(reader: ElementReader, context: Context): UserTask {
  const people = { ...readPerformers(reader, context), ...readAssignment(reader, context) };
  const listeners = readTaskListeners(reader, context);
  reader.attribute('drools:taskName'); // the handler, which is the same for all user tasks
  reader.attribute('implementation'); // which task list of which engine: here it is always Baton's
  const base = activityBase(reader, context);
  // people see them, as workers do
  const mapped = [...(base.inputs ?? []), ...taskHeaders(reader, context)];
  const { candidateGroups, inputs } = jbpmInputs(mapped, context.diagram);
  return defined({
    kind: 'userTask',
    ...base,
    inputs: inputs.length > 0 ? inputs : undefined,
    ...people,
    candidateGroups:
      people.candidateGroups ??
      candidateGroups ??
      (isAssigned(people) ? undefined : laneGroup(reader, context)),
    excludedUsers: readExcluded(reader, context),
    ...readSchedule(reader, context),
    ...readForm(reader, context),
    listeners: listeners.length > 0 ? listeners : undefined,
  });
}

type People = Pick<UserTask, 'assignee' | 'candidateUsers' | 'candidateGroups'>;

function readAssignment(reader: ElementReader, context: Context): People {
  const zeebe = reader.extension('zeebe:assignmentDefinition');
  const value = (name: string) =>
    (zeebe && extensionAttribute(zeebe, name, context)) ?? engineAttribute(reader, name, context);
  return defined({
    assignee: value('assignee'),
    candidateUsers: value('candidateUsers'),
    candidateGroups: value('candidateGroups'),
  });
}

/** The property by which a diagram says who must not do a task; no dialect has a word for it. */
function readExcluded({ element }: ElementReader, context: Context): Expression | undefined {
  const property = propertyNamed('baton.excludedUsers', [element]);
  return property && extensionAttribute(createElementReader(property, context), 'value', context);
}

function readSchedule(reader: ElementReader, context: Context) {
  const zeebe = reader.extension('zeebe:taskSchedule');
  const priority = reader.extension('zeebe:priorityDefinition');
  const value = (owner: ElementReader | undefined, zeebeName: string, name: string) =>
    (owner && extensionAttribute(owner, zeebeName, context)) ?? engineAttribute(reader, name, context);
  return {
    dueDate: value(zeebe, 'dueDate', 'dueDate'),
    followUpDate: value(zeebe, 'followUpDate', 'followUpDate'),
    priority: value(priority, 'priority', 'priority'),
  };
}

function engineAttribute(reader: ElementReader, name: string, context: Context): Expression | undefined {
  return ENGINES.map((engine) => extensionAttribute(reader, `${engine}:${name}`, context)).find(
    (value) => value !== undefined,
  );
}

function isAssigned({ assignee, candidateUsers }: People): boolean {
  return assignee !== undefined || candidateUsers !== undefined;
}

function laneGroup({ element }: ElementReader, { diagram }: Context): Expression | undefined {
  const lane = diagram.lane(element);
  const text = lane && nameOf(lane);
  if (!lane || text === undefined) return undefined;
  return Object.freeze({
    language: 'literal',
    text,
    position: diagram.document.place.attribute(lane, 'name').position,
  });
}
