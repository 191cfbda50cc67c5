import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isFile } from '../paths';

/**
 * The files of which an index module passes on exports (`export … from './order.workflow'`), also through other modules;
 * those that do not exist yet are among them. Reads the text only: loading workflow code just for this would run it.
 */
export function reexportedFiles(index: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(index)) return seen;
  seen.add(index);
  if (!isFile(index)) return seen;
  for (const specifier of exportSpecifiers(readFileSync(index, 'utf8'))) {
    reexportedFiles(moduleFile(resolve(dirname(index), specifier)), seen);
  }
  return seen;
}

function exportSpecifiers(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/export\s+(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s*['"](\.[^'"]*)['"]/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}

/** ES modules name the compiled file (`./order.js`) even where the source is TypeScript. */
function moduleFile(path: string): string {
  const bare = path.replace(/\.[cm]?js$/, '');
  const candidates = [
    `${bare}.ts`,
    `${bare}.mts`,
    `${bare}.js`,
    `${bare}.mjs`,
    `${bare}/index.ts`,
    `${bare}/index.js`,
  ];
  return candidates.find(isFile) ?? `${bare}.ts`;
}
