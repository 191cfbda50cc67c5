import type { Bounds, Drawn, Element } from './drawn';
import { eventIcons, gatewayIcons, markers, taskIcons } from './icons';
import { textIn } from './text';

/** One shape, without its label where that is outside. */
export function shapeOf(element: Element, { bounds, isExpanded }: Drawn): string {
  if (!bounds) return '';
  const kind = element.$type.replace('bpmn:', '');
  if (kind.endsWith('Event')) return event(kind, element, bounds);
  if (kind.endsWith('Gateway')) return gateway(kind, bounds);
  if (kind === 'TextAnnotation') return annotation(element, bounds);
  if (kind === 'Participant' || kind === 'Lane') return pool(element, bounds);
  if (kind === 'Group') return rect(bounds, 'group');
  if (kind.startsWith('Data')) return dataObject(kind, bounds);
  return activity(kind, element, bounds, isExpanded === true);
}

/** Whether the name of an element stands beside its shape. */
export function isNamedOutside({ $type }: Element): boolean {
  return /Event$|Gateway$|^bpmn:Data|Group$/.test($type);
}

function activity(kind: string, element: Element, bounds: Bounds, isExpanded: boolean): string {
  const { x, y, width, height } = bounds;
  const isScope = /SubProcess$|^Transaction$/.test(kind);
  const style = [
    isScope && isExpanded ? 'scope' : 'activity',
    ...(element.triggeredByEvent === true ? ['event-scope'] : []),
    ...(kind === 'CallActivity' ? ['call'] : []),
  ];
  const icon = taskIcons[kind];
  const below = markersOf(kind, element, isScope && !isExpanded);
  const parts = [
    rect(bounds, style.join(' '), 10),
    ...(kind === 'Transaction' ? [rect(inset(bounds, 4), 'line', 8)] : []),
    ...(icon === undefined ? [] : [at({ x: x + 15, y: y + 15 }, icon)]),
    ...below.map((marker, i) =>
      at({ x: x + width / 2 + (i - (below.length - 1) / 2) * 20, y: y + height - 11 }, marker),
    ),
    isScope && isExpanded
      ? textIn(element.name, { x, y: y + 4, width, height: 20 })
      : textIn(element.name, inset(bounds, 5)),
  ];
  return parts.join('');
}

function markersOf(kind: string, element: Element, isCollapsed: boolean): readonly string[] {
  const { loopCharacteristics: loop, isForCompensation = false } = element;
  const repeats =
    loop === undefined
      ? []
      : loop.$type === 'bpmn:StandardLoopCharacteristics'
        ? [markers.loop]
        : [loop.isSequential === true ? markers.sequential : markers.parallel];
  return [
    ...repeats,
    ...(isForCompensation ? [markers.compensation] : []),
    ...(isCollapsed ? [markers.collapsed] : []),
    ...(kind === 'AdHocSubProcess' ? [markers.adHoc] : []),
  ];
}

function event(kind: string, element: Element, { x, y, width }: Bounds): string {
  const radius = width / 2;
  const goesOn = element.cancelActivity === false || element.isInterrupting === false;
  const dashes = goesOn ? ' dashed' : '';
  const isDouble = kind.startsWith('Intermediate') || kind === 'BoundaryEvent';
  const { eventDefinitions: [definition, ...more] = [] } = element;
  const throws = kind === 'EndEvent' || kind === 'IntermediateThrowEvent';
  const name = definition?.$type.replace('bpmn:', '') ?? '';
  const icon =
    more.length > 0
      ? '<path d="M0,-9 L9,-2 L5,8 L-5,8 L-9,-2 Z" class="line"/>'
      : eventIcons[name]?.(!throws);
  return at(
    { x: x + radius, y: y + radius },
    `<circle r="${radius}" class="${kind === 'EndEvent' ? 'end' : 'event'}${dashes}"/>` +
      (isDouble ? `<circle r="${radius - 4}" class="event${dashes}"/>` : '') +
      (icon ?? ''),
  );
}

function gateway(kind: string, { x, y, width }: Bounds): string {
  const r = width / 2;
  return at(
    { x: x + r, y: y + r },
    `<path d="M0,${-r} L${r},0 L0,${r} L${-r},0 Z" class="activity"/>${gatewayIcons[kind] ?? ''}`,
  );
}

function annotation({ text }: Element, bounds: Bounds): string {
  const { x, y, height } = bounds;
  return `<path d="M${x + 10},${y} H${x} V${y + height} H${x + 10}" class="line"/>${textIn(text, inset(bounds, 5), 'start')}`;
}

function pool({ name }: Element, bounds: Bounds): string {
  const { x, y, height } = bounds;
  const label = `<g transform="translate(${x + 15},${y + height / 2}) rotate(-90)">${textIn(name, { x: -height / 2, y: -10, width: height, height: 20 })}</g>`;
  return `${rect(bounds, 'pool')}<path d="M${x + 30},${y} V${y + height}" class="line"/>${label}`;
}

function dataObject(kind: string, bounds: Bounds): string {
  const { x, y, width, height } = bounds;
  if (kind.startsWith('DataStore')) return rect(bounds, 'activity', 12);
  return `<path d="M${x},${y} H${x + width - 10} L${x + width},${y + 10} V${y + height} H${x} Z" class="activity"/>`;
}

function rect({ x, y, width, height }: Bounds, style: string, radius = 0): string {
  const corners = radius > 0 ? ` rx="${radius}"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${corners} class="${style}"/>`;
}

function inset({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function at({ x, y }: { readonly x: number; readonly y: number }, content: string): string {
  return `<g transform="translate(${x},${y})">${content}</g>`;
}
