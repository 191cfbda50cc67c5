import { lastlyDoc, listenerLines } from './around';
import { docComment } from './comments';
import { arrow, call, concat, object, quote, spaces, WIDTH } from './doc';
import type { Emission } from './emission';
import type { Uses } from './helpers';
import { importsByModule, namedImport } from './imports';
import { joinChunks, statementLines } from './lines';
import { functionLines } from './local-function';
import { isStarted } from './starts';
import { scopeLines } from './paths';
import { bodyOf, placeIn } from './place';
import { partLines } from './resuming';
import { eventRun } from './scope-call';
import { eventArguments } from './scope-events';
import { blockLines } from './statements';

const INDENT = 2;

/** Import specifiers as they are to stand in the generated file. */
export interface Modules {
  readonly contracts?: string;
  readonly activities?: string;
}

/** `<name>.workflow.ts`: one exported function for each process. */
export function workflowFile(
  file: { readonly name: string; readonly base: string },
  emissions: readonly Emission[],
  uses: Uses,
  modules: Modules,
): string {
  // First, for it notes what has to be imported.
  const functions = emissions.map((emission) =>
    processLines(emission, file.name, contractOf(emission.functionName, emissions.length)),
  );
  const lines = [
    ...importLines(file.base, emissions, uses, modules),
    ...functions.flatMap((lines) => ['', ...lines]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The contract as the function sees it: `process`, or one of several `processes`. */
export function contractOf(functionName: string, processes: number): string {
  return processes === 1 ? 'process' : `processes.${functionName}`;
}

function importLines(base: string, emissions: readonly Emission[], uses: Uses, modules: Modules): string[] {
  const [only] = emissions;
  if (uses.activities && modules.contracts === undefined) uses.use('activitiesOf');
  const continued = emissions.some(isContinued) ? ['type Continued'] : [];
  const helpers = [...uses.from('batonflow/workflow'), ...continued, 'type InputOf', 'type OutputOf'];
  const lines = namedImport(helpers, 'batonflow/workflow');
  if (uses.from('batonflow/feel').length > 0)
    lines.push(...namedImport(uses.from('batonflow/feel'), 'batonflow/feel'));
  const own =
    emissions.length === 1 && only
      ? namedImport([`${only.functionName} as process`], `./${base}.process`)
      : [`import * as processes from ${quote(`./${base}.process`)};`];
  const called = [only?.callees, only?.decisions].flatMap((one) => importsByModule(one?.imports() ?? []));
  const contract = [...own, ...called];
  if (!uses.activities) return [...lines, ...contract];
  if (modules.contracts !== undefined) {
    return [...lines, `import * as activities from ${quote(modules.contracts)};`, ...contract];
  }
  return [
    ...lines,
    `import type * as implementations from ${quote(modules.activities ?? '../activities')};`,
    ...contract,
    '',
    'const activities = activitiesOf<typeof implementations>();',
  ];
}

function processLines(emission: Emission, file: string, contract: string): string[] {
  const { functionName } = emission;
  const body = aroundBody(emission);
  const functions = functionLines(emission, INDENT);
  const parts = partLines(emission, INDENT);
  return [
    ...header(emission, file),
    ...signature(functionName, contract, isContinued(emission)),
    ...enterLines(emission, contract),
    ...parts,
    '',
    ...body,
    ...functions,
    '}',
    // What starts it is found by its contract.
    ...(isStarted(emission.process) ? ['', `${functionName}.process = ${contract};`] : []),
  ];
}

/** Whether a run of it may follow another one. */
function isContinued({ continuing, parts }: Emission): boolean {
  return continuing.root !== undefined || parts.length > 0;
}

function enterLines(emission: Emission, contract: string): string[] {
  const { uses, undo } = emission;
  const continued = isContinued(emission) ? ['continued'] : [];
  const undoing = undo && undo.size > 0 ? [object([...undo])] : [];
  const enter = call(uses.use('enter'), contract, 'input', ...continued, ...undoing);
  const names = uses.from('run');
  const before = `const { ${names.join(', ')} } =`;
  if (INDENT + `${before} enter(`.length <= WIDTH) return statementLines(enter, INDENT, `${before} `);
  if (INDENT + before.length <= WIDTH) return [spaces(INDENT) + before, ...statementLines(enter, INDENT * 2)];
  const each = names.map((name) => `${spaces(INDENT * 2)}${name},`);
  return [`${spaces(INDENT)}const {`, ...each, ...statementLines(enter, INDENT, '} = ')];
}

/** With what listens to the start and end of the process: it has ended when all in it has. */
function aroundBody(emission: Emission): string[] {
  const { process, uses } = emission;
  const { first, next, last } = process.around ?? { first: [], next: [], last: [] };
  const place = placeIn(emission, INDENT, blockLines);
  const before = isContinued(emission)
    ? ifNew(listenerLines(first, { ...place, indent: INDENT * 2 }))
    : listenerLines(first, place);
  if (next.length === 0 && last.length === 0) return joinChunks([before, bodyLines(emission, INDENT)]);
  const whole = bodyLines(emission, INDENT * 2);
  emission.functions.unshift({
    name: 'body',
    write: () => [`${spaces(INDENT)}async function body() {`, ...whole, `${spaces(INDENT)}}`],
  });
  return joinChunks([
    before,
    statementLines(
      concat('await ', last.length > 0 ? lastlyDoc('body', last, emission, blockLines) : call('body')),
      INDENT,
    ),
    listenerLines(next, place),
    [`${spaces(INDENT)}return ${uses.use('vars')};`],
  ]);
}

/** An earlier run has done it. */
function ifNew(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`${spaces(INDENT)}if (!continued) {`, ...lines, `${spaces(INDENT)}}`];
}

function bodyLines(emission: Emission, indent: number): string[] {
  const { body, uses, functions } = emission;
  if (!body.ownScope && body.order.length === 0) return [`${spaces(indent)}return ${uses.use('vars')};`];
  if (!body.ownScope)
    return blockLines(body.body, bodyOf(body.body, placeIn(emission, indent, blockLines, true)));
  const inner = arrow('async ()', (indent) => scopeLines(body, emission, indent, blockLines));
  const before = functions.length;
  const events = eventArguments(body.events, emission, (event) => eventRun(event, emission, blockLines));
  const ofEvents = functions.splice(before);
  const lines = statementLines(concat('await ', call(uses.use('scope'), inner, ...events)), indent);
  // The main path first, also among the local functions.
  functions.push(...ofEvents);
  // In a function of its own nobody asks for them.
  return indent > INDENT ? lines : [...lines, `${spaces(indent)}return ${uses.use('vars')};`];
}

function header({ process }: Emission, file: string): string[] {
  const title = process.name?.replace(/\s+/g, ' ').trim() || process.id;
  const generated = `Generated from ${file}: change the diagram, then run \`baton compile\`.`;
  const texts = [process.documentation, ...process.notes];
  return docComment([`${title.replace(/[.!?]$/, '')}. ${generated}`, ...texts], 0);
}

function signature(name: string, contract: string, isContinued: boolean): string[] {
  const parameters = [
    `input: InputOf<typeof ${contract}>`,
    ...(isContinued ? ['continued?: Continued'] : []),
  ];
  const result = `Promise<OutputOf<typeof ${contract}>>`;
  const line = `export async function ${name}(${parameters.join(', ')}): ${result} {`;
  if (line.length <= WIDTH) return [line];
  return [`export async function ${name}(`, ...parameters.map((one) => `  ${one},`), `): ${result} {`];
}
