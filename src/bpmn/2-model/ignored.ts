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

const DURABLE = 'every step is durable: there are no transaction boundaries to set';
const OPERATION =
  'operation of the engine: Temporal has retention, priorities and worker versions of its own';
const RETRIES =
  'how often a job of the engine is tried: what is no activity runs in the workflow, which Temporal repeats from its history';
const TEMPLATES = 'templates of an editor: what they set stands in the other attributes';
const STARTERS = 'who may start a process is decided where clients are let in';
const START_FORMS = 'form of a start: the schema of the variables says what a start is given';
const NOTES = 'notes for other tools';

const PACKAGES = 'Java packages: what a script names of them is up to the activity that runs it';
const CALLS = 'whether a called process ends with its caller: here it does';
/** What jBPM's first editor wrote a second time, for itself. */
const JBPM_EDITOR = [
  ...['selectable', 'dtype', 'datype', 'scriptFormat', 'boundaryca', 'dg', 'dockerinfo', 'msgref'],
  ...['bgcolor', 'bordercolor', 'color', 'fontcolor', 'fontsize', 'erefname', 'esccode', 'actrefname'],
  ...['serviceimplementation', 'serviceinterface', 'serviceoperation', 'mitask', 'scope', 'signalscope'],
  ...['servicetaskinterface', 'servicetaskoperation'],
];

/** Attributes without effect, each with the reason. */
export const IGNORED_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['id', 'read everywhere'],
  ['name', 'read everywhere'],
  ...ofEngines(['async', 'asyncBefore', 'asyncAfter', 'exclusive', 'asyncLeave'], DURABLE),
  ...ofEngines(['jobPriority', 'taskPriority', 'historyTimeToLive', 'versionTag', 'jobCategory'], OPERATION),
  ...ofEngines(['candidateStarterUsers', 'candidateStarterGroups', 'isStartableInTasklist'], STARTERS),
  ['camunda:diagramRelationId', NOTES],
  ['drools:packageName', PACKAGES],
  ['drools:version', OPERATION],
  ['drools:independent', CALLS],
  ...JBPM_EDITOR.map((name): [string, string] => [`drools:${name}`, TEMPLATES]),
  ...['', 'Version', 'Icon'].flatMap((part): [string, string][] => [
    [`camunda:modelerTemplate${part}`, TEMPLATES],
    [`zeebe:modelerTemplate${part}`, TEMPLATES],
  ]),
]);

/** Elements inside of `<extensionElements>` without effect, each with the reason. */
export const IGNORED_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['camunda:properties', NOTES],
  ['zeebe:properties', NOTES],
  ['zeebe:versionTag', OPERATION],
  ['zeebe:userTaskForm', 'the form itself: read with the user task that names it'],
  ['camunda:potentialStarter', STARTERS],
  ['camunda:formData', START_FORMS],
  ['camunda:formProperty', START_FORMS],
  ['flowable:formProperty', START_FORMS],
  ['camunda:failedJobRetryTimeCycle', RETRIES], // where activities are called it is read
  ['flowable:failedJobRetryTimeCycle', RETRIES],
  ['zeebe:jobPriorityDefinition', OPERATION],
  ['zeebe:agentDefinition', 'tells tools that an AI agent does the work; who does it is said beside it'],
  ['drools:import', PACKAGES],
  ['drools:global', PACKAGES],
  ['drools:metaData', NOTES],
  ['zeebe:userTask', "says that the engine's own task list is used"],
]);

/** What Camunda 7 and Flowable have in common. */
function ofEngines(names: readonly string[], reason: string): [string, string][] {
  return names.flatMap((name) => [
    [`camunda:${name}`, reason],
    [`flowable:${name}`, reason],
  ]);
}
