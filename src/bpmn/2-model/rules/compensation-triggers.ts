import type { XmlElement } from '../../1-parse/xml-element';
import { compensationHandlers, isCompensationEvent } from '../compensation';
import { type Container, type Diagram, describe, isTrue } from '../diagram';
import { isEventSubProcess, triggerKind } from '../event-kinds';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/** What is for compensation can be triggered: something in reach throws it, or cancels the transaction that it is in. */
export const compensationTriggers: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const container of containers) {
    const events = container.nodes.filter(
      (node) => node.type === 'bpmn:BoundaryEvent' && isCompensationEvent(node, diagram),
    );
    for (const handler of container.nodes.filter(isHandler)) {
      const tied = events.filter((event) => compensationHandlers(event, diagram).includes(handler));
      const activities = tied.flatMap((event) => diagram.referred(event, 'attachedToRef') ?? []);
      if (activities.some((activity) => isUndone(activity, container, diagram))) continue;
      const related = relatedTo(tied, diagram);
      const where = document.place.of(handler);
      reporter.report('compensation-never', where, { element: describe(handler) }, { related });
    }
    const [start] = container.nodes.filter(({ type }) => type === 'bpmn:StartEvent');
    const scope = containerAround(container.element, diagram);
    if (!start || !scope || !isEventSubProcess(container.element) || !isCompensationEvent(start, diagram))
      continue;
    const around = containerAround(scope.element, diagram);
    if (around && isUndone(scope.element, around, diagram)) continue;
    reporter.report('compensation-never', document.place.of(container.element), {
      element: describe(container.element),
    });
  }
};

/** Whether a compensation event leads to it. */
function isHandler(node: XmlElement): boolean {
  return isTrue(node.attributes.get('isForCompensation')) && !isEventSubProcess(node);
}

/** Whether an activity, once completed, may be undone: by itself, with its transaction, or with what it is in. */
function isUndone(activity: XmlElement, container: Container, diagram: Diagram): boolean {
  const inReach = [container, ...container.inner.filter(({ element }) => isEventSubProcess(element))];
  if (inReach.some((one) => throwsCompensation(one, activity, diagram))) return true;
  if (isCancelled(container, diagram)) return true;
  const around = containerAround(container.element, diagram);
  return (
    around !== undefined &&
    !hasHandler(container.element, diagram) &&
    isUndone(container.element, around, diagram)
  );
}

function throwsCompensation({ nodes }: Container, activity: XmlElement, diagram: Diagram): boolean {
  return nodes
    .filter(({ type }) => type === 'bpmn:IntermediateThrowEvent' || type === 'bpmn:EndEvent')
    .flatMap((event) => diagram.eventDefinitions(event))
    .filter((definition) => triggerKind(definition) === 'compensate')
    .some((definition) => [undefined, activity].includes(diagram.referred(definition, 'activityRef')));
}

function isCancelled({ nodes }: Container, diagram: Diagram): boolean {
  return nodes.some((node) => diagram.eventDefinitions(node).some((one) => triggerKind(one) === 'cancel'));
}

/** A handler of its own takes the place of those in it. */
function hasHandler(activity: XmlElement, diagram: Diagram): boolean {
  return diagram.boundaryEvents(activity).some((event) => compensationHandlers(event, diagram).length > 0);
}

function containerAround({ parent }: XmlElement, diagram: Diagram): Container | undefined {
  return parent && diagram.container(parent);
}
