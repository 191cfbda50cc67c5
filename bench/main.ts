import { DefaultLogger, Runtime } from '@temporalio/worker';
import { broadcast } from './broadcast';
import { compiled } from './compiled';
import { compiling } from './compile';
import { long } from './long';
import { overhead } from './overhead';
import { scenarios } from './scenarios';
import { slices } from './slices';
import { start } from './start';
import { structured } from './structured';

/** `npm run bench -- <name>`: every figure is a ratio of two things measured in one run, or says that it is not. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  overhead,
  compiled,
  structured,
  compile: compiling,
  start,
  slices,
  scenarios,
  broadcast,
  long,
};

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') }); // replays say what they do
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !benches[name]);
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  // That one takes hours.
  const all = Object.keys(benches).filter((name) => name !== 'long');
  for (const name of names.length > 0 ? names : all) await benches[name]?.();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
