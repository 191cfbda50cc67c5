import { quote, WIDTH } from './doc';

/** `import { a, b } from 'module';` */
export function namedImport(names: readonly string[], from: string): string[] {
  const line = `import { ${names.join(', ')} } from ${quote(from)};`;
  if (line.length <= WIDTH) return [line];
  return ['import {', ...names.map((name) => `  ${name},`), `} from ${quote(from)};`];
}
