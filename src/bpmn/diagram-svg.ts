import type { Bounds, DiagramGraph, GraphElement, Point } from './diagram-graph';

/** How an element or sequence flow is drawn. */
export interface Look {
  /** Colours. */
  readonly stroke: string;
  readonly fill: string;
  readonly isDashed?: boolean;
  /** What is said of it beside its name, where a pointer rests on it. */
  readonly note?: string;
}

const MARGIN = 30;
const LINE_LENGTH = 16;

/**
 * The diagram, drawn from its layout.
 *
 * @param look - of an element or sequence flow, by its id
 * @returns undefined if the diagram has no layout
 */
export function diagramSvg(graph: DiagramGraph, look: (id: string) => Look): string | undefined {
  const { shapes, edges } = graph.layout;
  if (shapes.size === 0) return undefined;
  const dashes = ({ isDashed = false }: Look) => (isDashed ? ' stroke-dasharray="6 4"' : '');
  const colours = [...new Set(graph.flows.map(({ id }) => look(id).stroke))];
  const arrow = ({ stroke }: Look) => `arrow-${colours.indexOf(stroke)}`;
  const parts = [
    ...sorted(graph.elements, shapes).map(([element, bounds]) => {
      const its = look(element.id);
      const style = `stroke="${its.stroke}" stroke-width="2" fill="${its.fill}"${dashes(its)}`;
      return `<g id="${escape(element.id)}"><title>${escape(titleOf(element, its))}</title>${shape(element, bounds, style)}${label(element, bounds)}</g>`;
    }),
    ...graph.flows.flatMap((flow) => {
      const points = edges.get(flow.id);
      if (!points) return [];
      const its = look(flow.id);
      const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
      return `<g id="${escape(flow.id)}"><title>${escape(titleOf(flow, its))}</title><polyline points="${path}" fill="none" stroke="${its.stroke}" stroke-width="2"${dashes(its)} marker-end="url(#${arrow(its)})"/>${flowLabel(flow.name, points)}</g>`;
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox(graph)}" font-family="sans-serif" font-size="11">`,
    `<defs>${colours.map((colour, i) => marker(`arrow-${i}`, colour)).join('')}</defs>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** What is inside is drawn over what is around it. */
function sorted(
  elements: readonly GraphElement[],
  shapes: ReadonlyMap<string, Bounds>,
): readonly (readonly [GraphElement, Bounds])[] {
  const drawn = elements.flatMap((element) => {
    const bounds = shapes.get(element.id);
    return bounds ? [[element, bounds] as const] : [];
  });
  return drawn.sort(([, a], [, b]) => b.width * b.height - a.width * a.height);
}

function shape({ kind }: GraphElement, { x, y, width, height }: Bounds, style: string): string {
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (kind.endsWith('Gateway')) {
    const corners = [
      `${middle.x},${y}`,
      `${x + width},${middle.y}`,
      `${middle.x},${y + height}`,
      `${x},${middle.y}`,
    ];
    return `<polygon points="${corners.join(' ')}" ${style}/>${symbol(kind, middle)}`;
  }
  if (kind.endsWith('Event')) {
    const radius = width / 2;
    const outer = `<circle cx="${middle.x}" cy="${middle.y}" r="${radius}" ${kind === 'endEvent' ? style.replace('"2"', '"4"') : style}/>`;
    const isDouble = kind.startsWith('intermediate') || kind === 'boundaryEvent';
    return isDouble
      ? `${outer}<circle cx="${middle.x}" cy="${middle.y}" r="${radius - 3}" ${style}/>`
      : outer;
  }
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" ${style}/>`;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  exclusiveGateway: '×',
  parallelGateway: '+',
  inclusiveGateway: '○',
  complexGateway: '✳',
  eventBasedGateway: '◇',
};

function symbol(kind: string, { x, y }: Point): string {
  return `<text x="${x}" y="${y + 8}" font-size="24" text-anchor="middle">${SYMBOLS[kind] ?? ''}</text>`;
}

/** Inside of activities, below everything else; at the top of sub-processes. */
function label({ name, kind }: GraphElement, { x, y, width, height }: Bounds): string {
  if (name === undefined) return '';
  const isOutside = kind.endsWith('Event') || kind.endsWith('Gateway');
  const lines = wrapped(name);
  const isScope = /subprocess|transaction/i.test(kind);
  const top = isOutside ? y + height + 14 : isScope ? y + 16 : y + height / 2 - (lines.length - 1) * 7 + 4;
  return texts(lines, { x: x + width / 2, y: top });
}

function flowLabel(name: string | undefined, points: readonly Point[]): string {
  const [from, to] = points;
  if (name === undefined || !from || !to) return '';
  return texts([name], { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 5 });
}

function texts(lines: readonly string[], { x, y }: Point): string {
  return lines
    .map((line, i) => `<text x="${x}" y="${y + i * 14}" text-anchor="middle">${escape(line)}</text>`)
    .join('');
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function titleOf({ id, name }: { readonly id: string; readonly name?: string }, { note }: Look): string {
  const known = name === undefined ? id : `${name} (${id})`;
  return note === undefined ? known : `${known}: ${note}`;
}

function viewBox({ layout }: DiagramGraph): string {
  const shapes = [...layout.shapes.values()];
  const points = [...layout.edges.values()].flat();
  const left = Math.min(...shapes.map(({ x }) => x), ...points.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...shapes.map(({ y }) => y), ...points.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...shapes.map(({ x, width }) => x + width), ...points.map(({ x }) => x)) + MARGIN;
  const bottom = Math.max(...shapes.map(({ y, height }) => y + height), ...points.map(({ y }) => y)) + MARGIN;
  return `${left} ${top} ${right - left} ${bottom - top}`;
}

function marker(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="${colour}"/></marker>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
