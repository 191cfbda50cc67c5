/**
 * `npm run openapi`: writes the types of the examples' services, from the descriptions that they have at `/openapi.json`.
 * With `--check` it writes nothing, and fails where a file is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { generateTypes } from './generate';

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  for (const { file, content } of await generateTypes()) {
    const shown = relative(process.cwd(), file);
    const isCurrent = readFileSync(file, 'utf8') === content;
    if (!isCurrent && !check) writeFileSync(file, content);
    if (!isCurrent && check) process.exitCode = 1;
    console.log(
      `${shown} ${isCurrent ? 'is current' : check ? 'is not current: npm run openapi' : 'written'}`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
