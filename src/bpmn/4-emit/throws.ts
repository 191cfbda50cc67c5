import type { EndEvent, IntermediateThrowEvent } from '../2-model/types';
import type { ErrorTrigger, EscalationTrigger } from '../2-model/trigger-types';
import { call, concat, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { value } from './expressions';
import { statementLines } from './lines';
import { eventOutputs, stepLines } from './step-lines';
import { throwEvent } from './steps/events';
import { serviceTask } from './steps/service-task';

/** Statements of an event that throws, without where the path goes on; undefined if it throws nothing. */
export function thrownLines(
  node: EndEvent | IntermediateThrowEvent,
  emission: Emission,
  indent: number,
): string[] | undefined {
  const { id, name, trigger } = node;
  const { uses } = emission;
  const pass = () => statementLines(call(uses.use('pass'), quote(id)), indent);
  if (!trigger) return undefined;
  switch (trigger.kind) {
    case 'error': {
      const message = trigger.message
        ? value(trigger.message, { element: id, root: 'vars' }, emission)
        : name && quote(name);
      const args: Doc[] = [
        ...codeOf(trigger, id, emission),
        ...(message ? [object([['message', message]])] : []),
      ];
      return [...pass(), ...statementLines(call(uses.use('bpmnError'), ...args), indent, 'throw ')];
    }
    case 'escalation': {
      const escalate = call(uses.use('escalate'), quote(id), ...codeOf(trigger, id, emission));
      return [...statementLines(concat('await ', escalate), indent), ...eventOutputs(node, emission, indent)];
    }
    case 'compensate': {
      const { activity, waitForCompletion } = trigger;
      const options = waitForCompletion ? [] : [object([['waitForCompletion', 'false']])];
      const target = activity === undefined ? (waitForCompletion ? [] : ['undefined']) : [quote(activity)];
      const compensate = call(uses.use('compensate'), ...target, ...options);
      return [
        ...pass(),
        ...statementLines(concat('await ', compensate), indent),
        ...eventOutputs(node, emission, indent),
      ];
    }
    case 'cancel':
      return statementLines(call(uses.use('cancel'), quote(id)), indent, 'throw ');
    case 'terminate':
      return undefined;
    case 'work':
      return stepLines(serviceTask(trigger.task, emission), emission, indent);
    default:
      return stepLines(throwEvent({ ...node, trigger }, emission), emission, indent);
  }
}

function codeOf(
  { code, codeGiven }: ErrorTrigger | EscalationTrigger,
  element: string,
  emission: Emission,
): readonly Doc[] {
  if (codeGiven) return [value(codeGiven, { element, root: 'vars' }, emission)];
  return code === undefined ? [] : [quote(code)];
}
