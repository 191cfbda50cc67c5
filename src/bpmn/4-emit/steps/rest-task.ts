import { parseIsoDuration } from '../../../shared/durations';
import { REST_CONNECTOR_TYPES } from '../../../shared/rest-connector';
import type { Mapping, Node, ServiceTask } from '../../2-model/types';
import type { Value } from '../../2-model/value-types';
import { array, quote, type Doc } from '../doc';

/** Headers of the task that the connector itself reads. */
const EXPRESSIONS = ['resultVariable', 'resultExpression', 'errorExpression'] as const;
const PLACEHOLDER = /\bsecrets\.([\w-]+)/g;

/** Whether a task is a connector of Camunda 8 that Baton's workers have built in. */
export function isRestTask(node: Node): boolean {
  const type = 'implementation' in node ? node.implementation : undefined;
  return typeof type === 'string' && REST_CONNECTOR_TYPES.has(type);
}

/** What goes along with the inputs of a connector: which secrets they name, and what becomes of the answer. */
export function restEntries(node: ServiceTask): readonly (readonly [string, Doc])[] {
  const headers = headersOf(node);
  const secrets = secretsIn(node.inputs ?? []);
  return [
    ...(secrets.length > 0 ? [['secrets', array(secrets.map(quote))] as const] : []),
    ...EXPRESSIONS.flatMap((name) => {
      const text = headers.get(name)?.trim().replace(/^=\s*/, '');
      return text ? [[name, quote(text)] as const] : [];
    }),
  ];
}

/** With how long the connector waits before it tries again, where the diagram says so. */
export function withBackoff(node: ServiceTask): ServiceTask {
  const backoff = headersOf(node).get('retryBackoff')?.trim() ?? '';
  const duration = parseIsoDuration(backoff);
  const isSome = duration !== undefined && duration.milliseconds + duration.days > 0;
  return isSome ? { ...node, retryInterval: backoff } : node;
}

/** How long one attempt may take, where the diagram says so. */
export function jobTimeout(node: ServiceTask): string | undefined {
  const text = headersOf(node).get('jobTimeout')?.trim() ?? '';
  return parseIsoDuration(text) ? text : undefined;
}

function headersOf({ fields = [] }: ServiceTask): ReadonlyMap<string, string> {
  const [headers] = fields.map(({ source }) => source);
  if (headers?.language !== 'map') return new Map();
  return new Map(headers.entries.map(({ key, value }) => [key, 'text' in value ? value.text : '']));
}

function secretsIn(inputs: readonly Mapping[]): readonly string[] {
  const texts = inputs.flatMap(({ source }) => textsOf(source));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)))];
}

function textsOf(value: Value): readonly string[] {
  if (value.language === 'list') return value.items.flatMap(textsOf);
  if (value.language === 'map') return value.entries.flatMap((entry) => textsOf(entry.value));
  return 'text' in value ? [value.text] : [];
}
