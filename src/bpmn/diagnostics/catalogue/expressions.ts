import type { Entry } from './entry';

/** Problems of expressions, scripts, timers and data. */
export const expressions = {
  'expression-language': {
    severity: 'error',
    message: 'The expression language {language} is not supported.',
    why: 'Baton understands FEEL, JUEL (`${…}`), JavaScript, single expressions in Java or MVEL, and XPath that asks for data by its name. Conditions of jBPM on the facts of a rule session have no facts here.',
    fix: 'Write the expression in FEEL, JUEL, JavaScript or XPath, and declare that language.',
  },
  'expression-empty': {
    severity: 'error',
    message: 'The {what} of the {element} is empty.',
    why: 'An empty expression has no value.',
    fix: 'Write the expression, or remove the element around it.',
  },
  'condition-literal': {
    severity: 'error',
    message: 'The condition "{text}" of the {element} is plain text, not an expression.',
    why: 'Text is neither true nor false. In this dialect expressions carry a mark, and this text has none.',
    fix: 'Write {example}.',
  },
  'script-outside': {
    severity: 'warning',
    message: 'The {element} goes to the activity "script": {reason}.',
    why: 'Scripts run inside of the workflow as long as they only use variables; the workflow has nothing else.',
    fix: 'Let your activity "script" run it, or let it only use variables.',
  },
  'timer-definition': {
    severity: 'error',
    message:
      'The timer of the {element} has {count} of timeDate, timeDuration and timeCycle; it needs exactly one.',
    why: 'When the timer fires cannot be known.',
    fix: 'Keep the one that is meant.',
  },
  'timer-empty': {
    severity: 'warning',
    message: 'The timer of the {element} does not say when; {instead}.',
    why: 'BPMN lets a diagram leave it open, but a run has to know it.',
    fix: 'Give it a <timeDuration>, <timeDate> or <timeCycle>.',
  },
  'timer-invalid': {
    severity: 'error',
    message: '"{value}" is no {type}.',
    why: 'Timers are written in ISO 8601; anything else would fire at the wrong time or never.',
    fix: 'Write it like {example}.',
  },
  'mapping-incomplete': {
    severity: 'error',
    message: '<{extension}> has no {missing}.',
    why: 'A mapping says which variable takes which value; with one of them missing it does nothing.',
    fix: 'Complete the mapping, or remove it.',
  },
  'expression-syntax': {
    severity: 'error',
    message: '"{text}" cannot be understood: {problem}.',
    why: 'An expression that cannot be parsed would fail in every run that gets there.',
    fix: 'Correct the expression.',
  },
  'expression-unsupported': {
    severity: 'error',
    message: '"{text}" cannot run in a workflow: {problem}.',
    why: 'Expressions run inside of the workflow, which is replayed: they see the variables and nothing else.',
    fix: 'Compute the value in an activity before, and use the variable that it sets.',
  },
  'variable-unknown': {
    severity: 'warning',
    message: 'There is no variable "{name}" in the schema.',
    why: 'The schema beside the diagram names all variables; an expression with another one fails, or does not compile.',
    fix: 'Correct the name, or add it to the schema.',
  },
} as const satisfies Record<string, Entry>;
