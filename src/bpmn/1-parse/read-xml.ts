// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of libraries that have none, for every program that includes this file
/// <reference path="./libraries.d.ts" />
import { Parser, type ElementView } from 'saxen';
import type { Reporter } from '../diagnostics/reporter';
import type { Source } from '../diagnostics/source';
import { decode, normaliseAttribute, normaliseText } from './entities';
import { localName, prefixOf } from './namespaces';
import { prefixedAttributes } from './prefixed-attributes';
import { BPMN, type Standard } from './standards';
import { createTagCursor } from './tag-cursor';
import { tightenAttributes } from './tighten-attributes';
import { type Draft, type Range, namespaceOf } from './xml-element';

/** Deeper than any diagram, and shallow enough for recursive code. */
const MAX_DEPTH = 200;

/** saxen's messages that say too little. */
const IN_OTHER_WORDS: Readonly<Record<string, string>> = {
  'missing attribute value': 'an attribute has no value',
};

/**
 * Reads well-formed XML with saxen into elements that know their names, namespaces and places. Returns nothing if it is
 * no XML or not of the standard; the reason was reported.
 *
 * @param namespaces namespace → the prefix that names are to have
 */
export function readXml(
  source: Source,
  namespaces: Readonly<Record<string, string>>,
  reporter: Reporter,
  standard: Standard = BPMN,
): Draft | undefined {
  const cursor = createTagCursor(source.text);
  const parser = new Parser({ proxy: true }).ns(namespaces);
  const context = { text: source.text, namespaces, standard };
  const open: Draft[] = [];
  let root: Draft | undefined;
  let broken = false;

  const place = ({ offset, length }: Range) => ({ position: source.position(offset, length) });
  const stop = () => {
    broken = true;
    parser.stop();
  };
  /** Only the first mistake is reported: the others are mostly its consequences. */
  const malformed = (problem: string, range: Range) => {
    if (!broken)
      reporter.report('xml-invalid', place(range), { problem: IN_OTHER_WORDS[problem] ?? problem });
    stop();
  };
  const decoded = (raw: string, range: Range) => {
    const { text, undefinedEntity } = decode(raw);
    if (undefinedEntity !== undefined) malformed(entityProblem(undefinedEntity), range);
    return text;
  };

  const onOpenTag = (view: ElementView) => {
    const tag = cursor.tag();
    const parent = open.at(-1);
    const element = draft(view, tag, parent, decoded, context);
    if (broken) return;
    if (!parent && root) {
      malformed('there is more than one root element', tag);
    } else if (!parent && element.name !== `${standard.prefix}:definitions`) {
      reporter.report(standard.refusal, place(tag), { root: rootDescription(element) });
      stop();
    } else if (open.length >= MAX_DEPTH) {
      reporter.report('xml-too-deep', place(tag), { limit: MAX_DEPTH });
      stop();
    }
    root ??= element;
    parent?.children.push(element);
    open.push(element);
  };

  const addText = (raw: string, text: string, range: Range) => {
    const element = open.at(-1);
    if (!element || raw.trim() === '') return;
    const written = trimmedRange(raw, range);
    const first = element.textRange ?? written;
    element.text += normaliseText(text);
    element.textRange = { offset: first.offset, length: written.offset + written.length - first.offset };
  };

  parser
    .on('openTag', onOpenTag)
    .on('closeTag', (_view, _decode, selfClosing) => {
      if (!selfClosing) cursor.tag();
      const element = open.pop();
      if (element) element.text = element.text.trim();
    })
    .on('text', (raw) => {
      const range = cursor.text(raw.length);
      addText(raw, decoded(raw, range), range);
    })
    .on('cdata', (raw) => {
      const { offset } = cursor.section(raw.length + '<![CDATA[]]>'.length);
      addText(raw, raw, { offset: offset + '<![CDATA['.length, length: raw.length });
    })
    .on('comment', (raw) => cursor.section(raw.length + '<!---->'.length))
    .on('question', (raw) => cursor.section(raw.length))
    .on('attention', (raw) => {
      reporter.report('xml-doctype', place(cursor.section(raw.length)), {});
      stop();
    })
    .on('warn', ({ message }) => {
      malformed(message, cursor.last);
    })
    .on('error', ({ message }) => {
      const unclosed = open.at(-1);
      malformed(unclosed ? `${message}, <${unclosed.originalName}> is open` : message, cursor.next);
    });
  parser.parse(tightenAttributes(source.text));

  if (!root && !broken) malformed('there is no root element', cursor.next);
  return broken ? undefined : root;
}

/** What an element is read from. */
interface Reading {
  readonly text: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly standard: Standard;
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

function draft(
  view: ElementView,
  tag: Range,
  parent: Draft | undefined,
  decoded: (raw: string, range: Range) => string,
  { text, namespaces, standard }: Reading,
): Draft {
  const attributes = new Map<string, string>();
  let declares: Map<string, string> | undefined;
  for (const [name, raw] of Object.entries(view.attrs || {})) {
    if (!isDeclaration(name)) continue;
    const value = decoded(normaliseAttribute(raw), tag);
    (declares ??= new Map()).set(name === 'xmlns' ? '' : localName(name), value);
  }
  const prefixFor = (prefix: string) =>
    namespaces[declares?.get(prefix) ?? (parent && namespaceOf(parent, prefix)) ?? ''];
  const byDefault = prefixFor('') ?? standard.prefix;
  const written =
    byDefault === standard.prefix
      ? view.attrs || {}
      : prefixedAttributes(text.slice(tag.offset, tag.offset + tag.length), prefixFor);
  for (const [name, raw] of Object.entries(written)) {
    const value = decoded(normaliseAttribute(raw), tag);
    if (!isDeclaration(name)) {
      attributes.set(prefixOf(name) === standard.prefix ? localName(name) : name, value);
    }
  }
  return {
    name: view.name,
    originalName: view.originalName,
    attributes,
    children: [],
    text: '',
    tag,
    ...(parent && { parent }),
    ...(declares && { declares }),
  };
}

function rootDescription(root: Draft): string {
  const namespace = root.declares?.get(prefixOf(root.originalName));
  return namespace === undefined ? root.originalName : `${root.originalName}> of namespace <${namespace}`;
}

function entityProblem(entity: string): string {
  const what = entity === '&' ? 'a lone "&"' : `the entity ${entity}`;
  return `${what} stands for nothing; the character "&" is written "&amp;"`;
}

function trimmedRange(raw: string, { offset }: Range): Range {
  const blank = raw.length - raw.trimStart().length;
  return { offset: offset + blank, length: raw.trim().length };
}
