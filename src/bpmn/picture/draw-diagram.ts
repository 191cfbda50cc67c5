import { BpmnModdle } from 'bpmn-moddle';
import type { Definitions, Drawn, Element, Point } from './drawn';
import { Looks, type Look } from './looks';
import { isNamedOutside, shapeOf } from './shapes';
import { labelIn } from './text';

const MARGIN = 20;

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #222; }
  .label { font-size: 11px; }
  .line, .gap, .thick, .flow, .association, .activity, .scope, .event, .end, .pool, .group { fill: none; stroke: #222; stroke-width: 1.5; }
  .activity, .event, .end, .pool { fill: #fff; }
  .scope { fill: #fafafa; }
  .event-scope { stroke-dasharray: 2 4; }
  .call { stroke-width: 4; }
  .end { stroke-width: 4; }
  .dashed { stroke-dasharray: 5 4; }
  .group { stroke-dasharray: 10 4 2 4; }
  .full { fill: #222; }
  .gap { stroke: #fff; }
  .thick { stroke-width: 2.5; }
  .association { stroke-dasharray: 1 4; stroke-linecap: round; }`;

/**
 * The picture of a diagram as SVG, drawn from its layout (BPMN DI); undefined if it has none.
 *
 * @param look - of a flow node or sequence flow, by its id; without one it is black on white
 * @example
 * const svg = await drawDiagram(await readFile('order.bpmn', 'utf8'));
 */
export async function drawDiagram(
  xml: string,
  look: (id: string) => Look | undefined = () => undefined,
): Promise<string | undefined> {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const { diagrams = [] } = rootElement as Definitions;
  const drawn = diagrams.flatMap(({ plane }) => plane?.planeElement ?? []);
  if (drawn.length === 0) return undefined;
  const looks = new Looks(look);
  const groups = (all: readonly Drawn[], draw: (element: Element, drawn: Drawn) => string) =>
    all.flatMap((one) => (one.bpmnElement ? looks.group(one.bpmnElement, draw(one.bpmnElement, one)) : []));
  // What is inside, or on the edge, of something is drawn over it.
  const shapes = drawn.filter(({ bounds }) => bounds).sort((one, other) => layer(one) - layer(other));
  const content = [
    ...groups(
      shapes.filter((one) => layer(one) < 0),
      withLabel,
    ),
    ...groups(
      drawn.filter(({ waypoint }) => waypoint),
      edge,
    ),
    ...groups(
      shapes.filter((one) => layer(one) >= 0),
      withLabel,
    ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox(drawn)}">`,
    `<style>${STYLE}${looks.style}\n</style>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" orient="auto"><path d="M0,1 L10,5 L0,9 Z" fill="#222"/></marker><marker id="open" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M1,1 L9,5 L1,9" fill="none" stroke="#222"/></marker></defs>',
    `<rect ${box(drawn)} fill="#fff"/>`,
    ...content,
    '</svg>',
    '',
  ].join('\n');
}

/** Containers below everything, the larger the deeper; events on edges above everything. */
function layer({ bounds, bpmnElement, isExpanded }: Drawn): number {
  const type = bpmnElement?.$type ?? '';
  if (isExpanded === true || /Participant|Lane$/.test(type))
    return -(bounds ? bounds.width * bounds.height : 0);
  return type === 'bpmn:BoundaryEvent' ? 2 : 1;
}

function withLabel(element: Element, drawn: Drawn): string {
  const { bounds, label } = drawn;
  if (!bounds) return '';
  const below = { x: bounds.x - 30, y: bounds.y + bounds.height + 4, width: bounds.width + 60, height: 14 };
  const name = isNamedOutside(element) ? labelIn(element.name, label?.bounds ?? below) : '';
  return shapeOf(element, drawn) + name;
}

function edge(element: Element, { waypoint = [], label }: Drawn): string {
  const path = waypoint.map(({ x, y }) => `${x},${y}`).join(' ');
  const [from, to] = waypoint;
  const name =
    element.name !== undefined && from && to ? labelIn(element.name, label?.bounds ?? middle(from, to)) : '';
  return `<polyline points="${path}" ${lineOf(element)}/>${slash(element, from, to)}${name}`;
}

function lineOf({ $type, associationDirection }: Element): string {
  if ($type === 'bpmn:SequenceFlow') return 'class="flow" marker-end="url(#arrow)"';
  if ($type === 'bpmn:MessageFlow') return 'class="flow dashed" marker-end="url(#open)"';
  const hasDirection = $type !== 'bpmn:Association' || (associationDirection ?? 'None') !== 'None';
  return `class="association"${hasDirection ? ' marker-end="url(#open)"' : ''}`;
}

/** A default flow is struck through at its beginning. */
function slash(element: Element, from: Point | undefined, to: Point | undefined): string {
  if (!from || !to || element.sourceRef?.default?.id !== element.id) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const x = from.x + ((to.x - from.x) / length) * 10;
  const y = from.y + ((to.y - from.y) / length) * 10;
  return `<path d="M${Math.round(x - 4)},${Math.round(y + 5)} L${Math.round(x + 4)},${Math.round(y - 5)}" class="line"/>`;
}

function middle(from: Point, to: Point) {
  return { x: (from.x + to.x) / 2 - 40, y: (from.y + to.y) / 2 - 18, width: 80, height: 14 };
}

function viewBox(drawn: readonly Drawn[]): string {
  const { left, top, width, height } = extent(drawn);
  return `${left} ${top} ${width} ${height}`;
}

function box(drawn: readonly Drawn[]): string {
  const { left, top, width, height } = extent(drawn);
  return `x="${left}" y="${top}" width="${width}" height="${height}"`;
}

function extent(drawn: readonly Drawn[]) {
  const boxes = drawn.flatMap(({ bounds, label }) =>
    [bounds, label?.bounds].filter((one) => one !== undefined),
  );
  const points = [
    ...boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...drawn.flatMap(({ waypoint = [] }) => waypoint),
  ];
  const left = Math.min(...points.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...points.map(({ y }) => y)) - MARGIN;
  const width = Math.max(...points.map(({ x }) => x)) + MARGIN - left;
  const height = Math.max(...points.map(({ y }) => y)) + MARGIN - top;
  return { left, top, width, height };
}
