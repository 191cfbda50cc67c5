import { dirname, relative, sep } from 'node:path';

/** How the file `from` imports a module: `../activities/contracts`, without extension and `index`. */
export function moduleSpecifier(from: string, module: string): string {
  const path = relative(dirname(from), module)
    .split(sep)
    .join('/')
    .replace(/\.[cm]?[jt]s$/, '')
    .replace(/(^|\/)index$/, '');
  if (path === '') return '.';
  return path.startsWith('.') ? path : `./${path}`;
}

/** The file beside a diagram with another ending, as the compiler names its own: `order.bpmn` → `order.schema.ts`. */
export function besideDiagram(diagram: string, ending: string): string {
  return `${diagram.replace(/(\.bpmn|\.bpmn20\.xml|\.bpmn2|\.xml)$/i, '')}${ending}`;
}
