import type { Draft, DraftFlow, DraftNode, DraftScope } from './draft';
import { scopesOf } from './draft';

/** Puts the elements of one scope into another order; flows that leave one node are put back into theirs. */
export type Shuffle = <T>(elements: readonly T[]) => readonly T[];

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'targetNamespace="http://example.com/game"',
].join(' ');

export function toXml({ root }: Draft, shuffle: Shuffle = (elements) => elements): string {
  const codes = new Set(
    scopesOf(root).flatMap(({ nodes }) =>
      nodes.flatMap(({ kind, detail }) => (kind.endsWith(' error') && detail ? [detail] : [])),
    ),
  );
  return [
    `<definitions ${NAMESPACES}>`,
    '  <process id="Game" isExecutable="true">',
    ...scopeLines(root, '    ', shuffle),
    '  </process>',
    ...[...codes].map((code) => `  <error id="Error_${code}" errorCode="${code}"/>`),
    '</definitions>',
    '',
  ].join('\n');
}

function scopeLines({ nodes, flows }: DraftScope, indent: string, shuffle: Shuffle): string[] {
  const elements = shuffle([...nodes, ...flows]);
  const ordered = flowsInOrder(elements, flows);
  return ordered.flatMap((element) =>
    'from' in element
      ? [indent + flowXml(element)]
      : nodeLines(element, flows, shuffle).map((line) => indent + line),
  );
}

/** The places of the flows of one node stay; which flow stands where is as it was. */
function flowsInOrder(
  elements: readonly (DraftNode | DraftFlow)[],
  flows: readonly DraftFlow[],
): (DraftNode | DraftFlow)[] {
  const left = [...flows];
  return elements.map((element) => {
    if (!('from' in element)) return element;
    const next = left.findIndex(({ from }) => from === element.from);
    return left.splice(next, 1)[0]!;
  });
}

function flowXml({ id, from, to, condition }: DraftFlow): string {
  const head = `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"`;
  if (condition === undefined) return `${head}/>`;
  return `${head}><conditionExpression xsi:type="tFormalExpression">=${escape(condition)}</conditionExpression></sequenceFlow>`;
}

function nodeLines(node: DraftNode, flows: readonly DraftFlow[], shuffle: Shuffle): string[] {
  const [element = '', definition] = node.kind.split(' ');
  const byDefault = flows.find(({ from, isDefault }) => isDefault && from === node.id);
  const attributes = [
    `id="${node.id}"`,
    ...(node.name === undefined ? [] : [`name="${escape(node.name)}"`]),
    ...(byDefault ? [`default="${byDefault.id}"`] : []),
    ...(node.on === undefined ? [] : [`attachedToRef="${node.on}"`]),
    ...(node.interrupting === false ? ['cancelActivity="false"'] : []),
  ];
  const content = [
    ...(node.kind === 'serviceTask' ? [TASK] : []),
    ...(definition === undefined ? [] : [definitionXml(definition, node.detail)]),
    ...(node.inside ? scopeLines(node.inside, '', shuffle) : []),
  ];
  return [`<${element} ${attributes.join(' ')}>`, ...content.map((line) => `  ${line}`), `</${element}>`];
}

const TASK = '<extensionElements><zeebe:taskDefinition type="work"/></extensionElements>';

function definitionXml(definition: string, detail: string | undefined): string {
  if (definition === 'timer') {
    const type = detail?.startsWith('R') ? 'timeCycle' : 'timeDuration';
    return `<timerEventDefinition><${type}>${detail}</${type}></timerEventDefinition>`;
  }
  const reference = definition === 'error' && detail ? ` errorRef="Error_${detail}"` : '';
  return `<${definition}EventDefinition${reference}/>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
