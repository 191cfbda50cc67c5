import type { Entry } from './entry';

/** Problems of data: inputs and outputs, the sets they come in, data objects and associations. */
export const data = {
  'collection-mismatch': {
    severity: 'strict',
    message: 'The {element} {is} a collection, but its {item} {other}.',
    why: 'One of them says that there are several items, the other that there is one.',
    fix: 'Give both the same isCollection; without the attribute it is false.',
  },
  'data-in-no-set': {
    severity: 'strict',
    message: 'The {element} is in no {set}.',
    why: 'Data comes and goes in sets: what is in none is never taken or given.',
    fix: 'Name it in a set (<dataInputRefs> or <dataOutputRefs>), or remove it.',
  },
  'data-set-incomplete': {
    severity: 'strict',
    message: 'The {data} is in <{role}>, but not in <{list}> of the same set.',
    why: 'The first marks some of the data that the second lists.',
    fix: 'List it in both.',
  },
  'data-sets-contradiction': {
    severity: 'strict',
    message: 'The {element} names the {other} as its counterpart, but not the other way round.',
    why: 'Which inputs lead to which outputs is said twice, and the two do not agree.',
    fix: 'Let <outputSetRefs> of the input set and <inputSetRefs> of the output set name each other.',
  },
  'operation-data': {
    severity: 'strict',
    message: 'The {element} calls the {operation} and {problem}.',
    why: 'The data input of the task becomes the message to the operation, its answer becomes the data output.',
    fix: 'Describe one input set and at most one output set, with the data of the messages of the operation.',
  },
  'message-data': {
    severity: 'strict',
    message: 'The {element} {problem}.',
    why: 'The message is filled from the data input of a send task, or becomes the data output of a receive task; it is one piece of data.',
    fix: 'Keep one, with the item definition of the message.',
  },
  'event-data-count': {
    severity: 'strict',
    message: 'The {element} has {definitions} event definitions, but data for {count} of them only.',
    why: 'The first data belongs to the first event definition, the second to the second, and so on.',
    fix: 'Give the event one data input (when it throws) or data output (when it catches) for each event definition.',
  },
  'event-data-item': {
    severity: 'strict',
    message: 'The {data} of the {element} has another item definition than the {carrier}.',
    why: 'The one is filled from the other, so they describe the same data.',
    fix: 'Use the same item definition, or one with the same structureRef.',
  },
  'multi-instance-item': {
    severity: 'strict',
    message: 'The {one} of the {element} {problem}.',
    why: 'Each instance takes or gives one item of the collection.',
    fix: 'Use an item definition with the structure of a single item, without isCollection="true".',
  },
  'call-data': {
    severity: 'strict',
    message: 'The {element} and the {called} that it calls do not have the same data ({problem}).',
    why: 'What the call takes and gives is what the called process or task declares.',
    fix: 'Give both the same data inputs, data outputs and sets.',
  },
  'data-association-sources': {
    severity: 'strict',
    message: 'The {element} of the {owner} has {sources} sources and no transformation.',
    why: 'How several values become one is not said.',
    fix: 'Keep one source, or write a <transformation>.',
  },
  'data-object-state': {
    severity: 'strict',
    message: 'The {element} has a state.',
    why: 'A data object stands for the data in all its states; a reference to it says which state is meant at its place.',
    fix: 'Move <dataState> into the data object reference.',
  },
  'data-object-reference-item': {
    severity: 'strict',
    message: 'The {element} has an item definition.',
    why: 'What the data is says the data object that it refers to.',
    fix: 'Move itemSubjectRef to the data object.',
  },
  'sub-process-data': {
    severity: 'strict',
    message: 'The {element} declares data inputs and outputs.',
    why: 'A sub-process sees the data of what is around it; only processes, tasks and calls have inputs and outputs.',
    fix: 'Remove <ioSpecification>, or make it a process of its own and call it.',
  },
  'process-data-direction': {
    severity: 'strict',
    message: 'The {element} of the process is {done} inside the process.',
    why: 'Data inputs come from the caller and are read inside; data outputs are written inside and go to the caller.',
    fix: 'Let the association end at a data object.',
  },
  'assignment-target': {
    severity: 'error',
    message: 'The target "{text}" of the assignment in the {element} is no variable.',
    why: 'An assignment writes to a variable, or with dots to something in one.',
    fix: 'Name the data input, data object or property that is meant, as in order.total.',
  },
  'data-store-variable': {
    severity: 'warning',
    message: 'The {element} is kept as the variable {name} of the run, and is gone when that has ended.',
    why: 'A data store is outside of the process, and the diagram does not say how to reach it.',
    fix: 'If other runs are to see it, let an activity read and write it.',
  },
} as const satisfies Record<string, Entry>;
