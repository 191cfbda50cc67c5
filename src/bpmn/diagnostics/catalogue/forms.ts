import type { Entry } from './entry';

/** Problems of the forms of user tasks and start events. */
export const forms = {
  'form-missing': {
    severity: 'warning',
    message: 'The form "{form}" of the {element} is not there, so what people enter is not checked.',
    why: 'Forms are looked for in *.form files in the folder of the diagram and below it, by their id or file name.',
    fix: "Put the form beside the diagram, or write a schema in the diagram's .schema.ts: in `tasks` for a task, `Variables` for the start.",
  },
  'form-unreadable': {
    severity: 'error',
    message: 'The form {form} cannot be read: {problem}.',
    why: 'The form says what completes the task, or starts the process: without it anything would.',
    fix: 'Correct the form; Camunda Modeler writes forms that can be read.',
  },
  'form-unchecked': {
    severity: 'warning',
    message: 'A rule of the form of the {element} is not checked: {what}.',
    why: 'It is an expression, or code of the engine, or no pattern that JavaScript knows.',
    fix: "Check it in the process, or write a schema in the diagram's .schema.ts: in `tasks` for a task, `Variables` for the start.",
  },
} as const satisfies Readonly<Record<string, Entry>>;
