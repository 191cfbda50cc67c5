import { data } from './catalogue/data';
import { decisions } from './catalogue/decisions';
import { elements } from './catalogue/elements';
import { events } from './catalogue/events';
import { expressions } from './catalogue/expressions';
import { flow } from './catalogue/flow';
import { forms } from './catalogue/forms';
import { project } from './catalogue/project';
import { structure } from './catalogue/structure';
import { xml } from './catalogue/xml';
import type { Entry } from './catalogue/entry';

/** All codes. A code that is used in two parts is found by the test of this file, an unknown one by the type checker. */
export const catalogue = {
  ...xml,
  ...elements,
  ...flow,
  ...structure,
  ...events,
  ...data,
  ...forms,
  ...expressions,
  ...decisions,
  ...project,
} as const satisfies Readonly<Record<string, Entry>>;

/** The parts as they stand in the documentation, with their headings. */
export const parts: readonly { readonly title: string; readonly entries: Readonly<Record<string, Entry>> }[] =
  [
    { title: 'Reading the file', entries: xml },
    { title: 'Elements and attributes', entries: elements },
    { title: 'Control flow', entries: flow },
    { title: 'Events, messages and special activities', entries: events },
    { title: 'Data', entries: data },
    { title: 'Forms', entries: forms },
    { title: 'Shape of the flow', entries: structure },
    { title: 'Expressions, scripts and timers', entries: expressions },
    { title: 'Decisions', entries: decisions },
    { title: 'Around the diagram', entries: project },
  ];

export type Code = keyof typeof catalogue;

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What the texts of a code leave open. */
export type Parameters<C extends Code> = Readonly<
  Record<Placeholder<(typeof catalogue)[C]['message'] | (typeof catalogue)[C]['fix']>, string | number>
>;

/** Where docs/diagnostics.md is published. */
const DOCUMENTATION = 'https://github.com/batonflow/baton/blob/main/docs/diagnostics.md';

/** Where a code is explained, or the page with all of them. */
export function documentationUrl(code?: Code): string {
  return code === undefined ? DOCUMENTATION : `${DOCUMENTATION}#${code}`;
}

export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}
