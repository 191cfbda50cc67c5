import { describe, isTrue } from '../diagram';
import type { Rule } from './rule';

/** A receive task that starts the process is the first in it: nothing leads to it but perhaps one start event. */
export const receiveTaskStarts: Rule = (diagram, reporter) => {
  for (const { element: container, nodes } of diagram.containers) {
    for (const task of nodes.filter(({ type }) => type === 'bpmn:ReceiveTask')) {
      if (!isTrue(task.attributes.get('instantiate'))) continue;
      const incoming = diagram.incoming(task);
      const [source] = incoming.map((flow) => diagram.referred(flow, 'sourceRef'));
      const isFirst =
        container.type === 'bpmn:Process' &&
        incoming.length <= 1 &&
        (!source || source.type === 'bpmn:StartEvent');
      if (isFirst) continue;
      const where = diagram.document.place.attribute(task, 'instantiate');
      reporter.report('receive-task-start', where, { element: describe(task) });
    }
  }
};
