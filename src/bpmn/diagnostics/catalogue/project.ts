import type { Entry } from './entry';

/** Problems of what stands around a diagram; found by the command line, which knows the project. */
export const project = {
  'file-unreadable': {
    severity: 'error',
    message: 'The file cannot be read: {problem}.',
    why: 'There is nothing to compile.',
    fix: 'Check the path and its permissions.',
  },
  'schema-unusable': {
    severity: 'error',
    message: 'The module beside the diagram cannot be used: {problem}.',
    why: 'The variables would compile as an open record, and nothing would check them.',
    fix: 'Let it load on its own and export a zod object, `export const Variables = z.object(…)`, or only `export const incidents = true`.',
  },
  'schema-name-unknown': {
    severity: 'warning',
    message: 'The schema beside the diagram has {kind}["{name}"], but the diagram has no such {what}.',
    why: 'Nothing is checked by it.',
    fix: 'Correct the name, or remove the schema.',
  },
  'activities-unusable': {
    severity: 'warning',
    message: 'The names of the activities are not known: {problem}.',
    why: 'Names that no activity has are noticed by tsc only.',
    fix: 'Make the module load on its own, without connections to databases or servers that may not be there.',
  },
  'not-exported': {
    severity: 'warning',
    message: '{function} is not exported by {index}.',
    why: 'The worker runs what that module exports; a start of this process would wait for a worker that knows it.',
    fix: "Add to it: export * from '{module}'.",
  },
  'contracts-unusable': {
    severity: 'warning',
    message: 'The contracts of the processes in this file are not known: {problem}.',
    why: 'Calls of these processes go by their workflow types, and nothing checks what they are given.',
    fix: 'Make the module load on its own.',
  },
  'type-taken': {
    severity: 'error',
    message: 'The process "{id}" compiles to the workflow type "{type}", as one in {other} does.',
    why: 'All workflows of a project are exported by one module, so only one of the two would be there.',
    fix: 'Give one of the processes another id.',
  },
  'process-unknown': {
    severity: 'warning',
    message: 'There is no process "{id}" to call, that is none of the workflow type "{type}".',
    why: 'A call of a workflow that no worker has waits for one.',
    fix: 'Correct the called element, or add the process: a diagram with this process id, or a workflow with a contract (*.process.ts) of this type.',
  },
  'activity-unknown': {
    severity: 'warning',
    message: 'There is no activity "{name}".',
    why: 'The generated workflow calls it; tsc will say the same.',
    fix: 'Correct the name in the diagram, or write the activity: `baton compile --scaffold` makes a stub.',
  },
} as const satisfies Record<string, Entry>;
