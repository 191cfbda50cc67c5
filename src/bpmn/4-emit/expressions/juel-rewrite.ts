import type { Juel } from './juel-syntax';

/** A parsed expression with each part changed, inner ones first. */
export function rewritten(node: Juel, change: (part: Juel) => Juel): Juel {
  const inner = (part: Juel) => rewritten(part, change);
  switch (node.kind) {
    case 'literal':
    case 'identifier':
      return change(node);
    case 'property':
      return change({ ...node, object: inner(node.object) });
    case 'index':
      return change({ ...node, object: inner(node.object), index: inner(node.index) });
    case 'call': {
      const args = node.args.map(inner);
      return change({ ...node, ...(node.object && { object: inner(node.object) }), args });
    }
    case 'unary':
      return change({ ...node, operand: inner(node.operand) });
    case 'binary':
      return change({ ...node, left: inner(node.left), right: inner(node.right) });
    case 'conditional':
      return change({
        ...node,
        test: inner(node.test),
        then: inner(node.then),
        otherwise: inner(node.otherwise),
      });
    case 'composite':
      return change({
        ...node,
        parts: node.parts.map((part) => (typeof part === 'string' ? part : inner(part))),
      });
  }
}
