import { quote, WIDTH } from './doc';

/** `import { a, b } from 'module';` */
export function namedImport(names: readonly string[], from: string): string[] {
  const line = `import { ${names.join(', ')} } from ${quote(from)};`;
  // A single name gets no line of its own, as prettier has it.
  if (line.length <= WIDTH || names.length === 1) return [line];
  return ['import {', ...names.map((name) => `  ${name},`), `} from ${quote(from)};`];
}

/** A name that is imported, and what it is called in the file. */
export interface Import {
  readonly name: string;
  readonly local: string;
  readonly module: string;
}

/** `import { shipping } from './shipping.process';`, one line a module. */
export function importsByModule(imports: readonly Import[]): string[] {
  const byModule = new Map<string, string[]>();
  for (const { name, local, module } of imports) {
    const names = byModule.get(module) ?? [];
    byModule.set(module, [...names, local === name ? name : `${name} as ${local}`]);
  }
  return [...byModule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([module, names]) => namedImport(names.sort(), module));
}
