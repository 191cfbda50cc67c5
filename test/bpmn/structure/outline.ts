import { structure } from '../../../src/bpmn/3-structure/structure';
import type { Block, StructuredScope } from '../../../src/bpmn/3-structure/tree';
import { complementary } from '../../../src/bpmn/4-emit/expressions';
import { processOf } from '../model-builder';

export function structured(text: string): StructuredScope {
  return structure(processOf(text), { isProcess: true, complementary });
}

/** A tree as a few lines: kinds and element ids, nested by indentation. */
export function outline(block: Block, indent = ''): string[] {
  const deeper = `${indent}  `;
  return block.flatMap((statement): string[] => {
    switch (statement.kind) {
      case 'element':
        return [
          `${indent}${statement.node.id}`,
          ...statement.beside.flatMap(({ event, body }) => [
            `${indent}beside ${event.id}`,
            ...outline(body, deeper),
          ]),
        ];
      case 'choice':
        return [
          ...statement.branches.flatMap(({ test, body }) => [
            `${indent}if ${test.kind === 'flow' ? test.flow.condition?.text : test.event.id}`,
            ...outline(body, deeper),
          ]),
          ...(statement.otherwise.kind === 'noFlowTaken'
            ? [`${indent}else fail`]
            : statement.otherwise.body.length > 0
              ? [`${indent}else`, ...outline(statement.otherwise.body, deeper)]
              : []),
        ];
      case 'loop':
        return [
          `${indent}loop${statement.label ? ` ${statement.label.target.id}` : ''}`,
          ...outline(statement.body, deeper),
        ];
      case 'labelled':
        return [`${indent}block ${statement.label.target.id}`, ...outline(statement.body, deeper)];
      case 'parallel':
        return statement.branches.flatMap(({ head, body }) => [
          `${indent}branch ${head?.id ?? ''}`,
          ...outline(body, deeper),
        ]);
      case 'break':
      case 'continue':
        return [`${indent}${statement.kind}${statement.label ? ` ${statement.label.target.id}` : ''}`];
      case 'leave':
        return statement.last ? [] : [`${indent}leave`];
      case 'terminate':
        return [`${indent}terminate ${statement.node.id}`];
      case 'go':
        return [`${indent}go ${statement.path.id}${statement.flow ? ` by ${statement.flow.id}` : ''}`];
    }
  });
}

/** The same, from a text with the indentation of the test. */
export function lines(text: string): string[] {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const common = Math.min(...all.slice(1).map((line) => line.length - line.trimStart().length));
  return all.map((line, i) => (i === 0 ? line : line.slice(common)));
}

export function expectOutline(text: string, expected: string): void {
  const { body, regions } = structured(text);
  expect(regions).toEqual([]);
  expect(outline(body)).toEqual(lines(expected));
}
