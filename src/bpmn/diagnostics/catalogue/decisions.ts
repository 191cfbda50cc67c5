import type { Entry } from './entry';

/** Problems of decisions (DMN), and of tasks that call them. */
export const decisions = {
  'no-decision': {
    severity: 'error',
    message: 'There is no decision in the file.',
    why: 'There is nothing to compile.',
    fix: 'Add a <decision>, or remove the file.',
  },
  'dmn-not-supported': {
    severity: 'error',
    message: '{what} is not supported.',
    why: 'A decision without it would give something else.',
    fix: 'Put what is needed into this file, in FEEL.',
  },
  'decision-service': {
    severity: 'warning',
    message: 'The {element} has no output decision.',
    why: 'It gives nothing, so there is nothing that tasks could call.',
    fix: 'Name the decisions whose results it gives (outputDecision), or remove it.',
  },
  'decision-without-logic': {
    severity: 'error',
    message: 'The {element} has no logic.',
    why: 'What it decides is not said.',
    fix: 'Give it a decision table or a literal expression, or remove it.',
  },
  'decision-cycle': {
    severity: 'error',
    message: 'The {element} requires itself: {path}.',
    why: 'None of these can be decided first.',
    fix: 'Remove one of the requirements.',
  },
  'decision-taken': {
    severity: 'error',
    message: 'The decision "{id}" is also in {other}.',
    why: 'Which of them a task calls by this id cannot be known.',
    fix: 'Give one of them another id.',
  },
  'decision-unknown': {
    severity: 'warning',
    message: 'There is no decision "{id}" in the .dmn files around the diagram.',
    why: 'The task calls an activity of that name instead, which has to be written.',
    fix: 'Correct the id, or put the .dmn file beside the diagram.',
  },
  'decision-form': {
    severity: 'error',
    message: 'The decision "{id}" does not fit "{form}": {problem}.',
    why: 'Every run would fail there.',
    fix: 'Choose another mapping of the result, or change the decision.',
  },
  'table-without-output': {
    severity: 'error',
    message: 'The decision table has no output.',
    why: 'It decides nothing.',
    fix: 'Add an output column.',
  },
  'rule-entries': {
    severity: 'error',
    message: 'Row {number} has {found} {what} entries; the table has {expected} {what} columns.',
    why: 'Which entry belongs to which column would have to be guessed.',
    fix: 'Give the row one entry for each column; "-" stands for any value.',
  },
  'rule-without-output': {
    severity: 'warning',
    message: 'Rule {number} gives nothing for the output "{output}".',
    why: 'Its result is null there.',
    fix: 'Write the value; write null if that is meant.',
  },
  'output-unnamed': {
    severity: 'error',
    message: 'The {output} has no name, and the table has several outputs.',
    why: 'The result is an object with the outputs by their names.',
    fix: 'Name it.',
  },
  'output-repeated': {
    severity: 'error',
    message: 'Two outputs have the name "{name}".',
    why: 'One would overwrite the other.',
    fix: 'Give one of them another name.',
  },
  'output-not-allowed': {
    severity: 'error',
    message: 'Rule {number} gives {value}, which is none of the values that the output "{output}" may have.',
    why: 'Every run in which the rule applies would fail.',
    fix: 'Correct the rule, or add the value to the output values: {allowed}.',
  },
  'priority-missing': {
    severity: 'error',
    message: 'The hit policy {hitPolicy} needs output values, which say what comes first.',
    why: 'Without them the rules that apply have no order.',
    fix: 'List the output values, the most important first, or choose another hit policy.',
  },
  'values-not-constant': {
    severity: 'error',
    message: 'The output values {text} are not a list of constants.',
    why: 'They say which values there are and which comes first, before anything is decided.',
    fix: 'Write texts or numbers, separated by commas.',
  },
  'aggregation-misplaced': {
    severity: 'error',
    message: 'The aggregation {aggregation} belongs to the hit policy COLLECT, not to {hitPolicy}.',
    why: 'It would have no effect.',
    fix: 'Choose the hit policy COLLECT, or remove the aggregation.',
  },
  'aggregation-ambiguous': {
    severity: 'error',
    message: '{aggregation} of {count} outputs is not possible.',
    why: 'One number is made of one output.',
    fix: 'Keep one output, or remove the aggregation.',
  },
  'decision-type-unknown': {
    severity: 'warning',
    message: 'There is no type "{type}".',
    why: 'Nothing is known of the value, and nothing checks it.',
    fix: 'Use string, number, boolean, date, time, dateTime, a duration, or the name of an item definition.',
  },
  'decision-input-undeclared': {
    severity: 'warning',
    message:
      'The decision "{decision}" reads "{name}", which is neither an input that it requires nor a result.',
    why: 'It becomes an input of its own, which callers have to give.',
    fix: 'Correct the name, or draw the requirement.',
  },
} as const satisfies Record<string, Entry>;
