/**
 * What is noted and deliberately has no effect. Everything else that no reader asks for stops the compile
 * (see `element-reader.ts`).
 */

/** Parts that only describe, or that say again what the flow elements say. */
export const IGNORED_ELEMENTS: ReadonlySet<string> = new Set([
  'bpmn:documentation',
  'bpmn:extensionElements', // its contents are looked at one by one
  'bpmn:incoming',
  'bpmn:outgoing',
  'bpmn:categoryValueRef',
  'bpmn:auditing',
  'bpmn:monitoring',
]);

export const IGNORED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'name',
  // where an engine puts its transaction boundaries: every step is durable here
  'camunda:async',
  'camunda:asyncBefore',
  'camunda:asyncAfter',
  'camunda:exclusive',
  'flowable:async',
  'flowable:asyncBefore',
  'flowable:asyncAfter',
  'flowable:exclusive',
  // operation of an engine: job order, history, versions
  'camunda:jobPriority',
  'camunda:taskPriority',
  'camunda:historyTimeToLive',
  'camunda:versionTag',
  'camunda:isStartableInTasklist',
  'camunda:diagramRelationId',
  // templates of an editor: what they set stands in the other attributes
  'camunda:modelerTemplate',
  'camunda:modelerTemplateVersion',
  'zeebe:modelerTemplate',
  'zeebe:modelerTemplateVersion',
  'zeebe:modelerTemplateIcon',
]);

export const IGNORED_EXTENSIONS: ReadonlySet<string> = new Set([
  // free notes for other tools
  'camunda:properties',
  'zeebe:properties',
  'zeebe:versionTag',
  // the form itself; the user task names it
  'zeebe:userTaskForm',
  // says that the engine's own task list is used
  'zeebe:userTask',
]);
