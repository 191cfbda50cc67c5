import type { Element } from './drawn';
import { escape } from './text';

/** How a flow node or sequence flow is drawn, where that is to say something about it. */
export interface Look {
  /** Colours. */
  readonly stroke: string;
  readonly fill: string;
  readonly isDashed?: boolean;
  /** What is said of it beside its name, where a pointer rests on it. */
  readonly note?: string;
}

/** The groups of a picture's elements, and the style of those that look in a way of their own. */
export class Looks {
  /** Classes by what is said of them. */
  readonly #classes = new Map<string, string>();

  constructor(private readonly lookOf: (id: string) => Look | undefined) {}

  /** All that is drawn of one element. */
  group({ id, name, $type }: Element, content: string): string {
    const look = isPartOfFlow($type) ? this.lookOf(id) : undefined;
    if (!look) return `<g id="${escape(id)}">${content}</g>`;
    const known = name === undefined ? id : `${name} (${id})`;
    const title = look.note === undefined ? known : `${known}: ${look.note}`;
    return `<g id="${escape(id)}" class="${this.#classOf(look)}"><title>${escape(title)}</title>${content}</g>`;
  }

  /** To come after the picture's own. */
  get style(): string {
    return [...this.#classes].map(([look, name]) => look.replaceAll('.look', `.${name}`)).join('');
  }

  #classOf({ stroke, fill, isDashed = false }: Look): string {
    const dashes = isDashed ? ' stroke-dasharray: 6 4;' : '';
    const rules = `
  .look .activity, .look .scope, .look .event, .look .end { stroke: ${stroke}; fill: ${fill};${dashes} }
  .look .flow { stroke: ${stroke};${dashes} }`;
    const known = this.#classes.get(rules) ?? `look-${this.#classes.size}`;
    this.#classes.set(rules, known);
    return known;
  }
}

function isPartOfFlow(type: string): boolean {
  return /(Task|Event|Gateway|SubProcess|Transaction|CallActivity|SequenceFlow)$/.test(type);
}
