import type { Node } from '../2-model/types';
import type { Expression } from '../2-model/value-types';
import type { Block, Gate, GoStatement, Path, StructuredScope } from '../3-structure/tree';
import { call, concat, lambda, object, quote, spaces, type Doc } from './doc';
import type { Emission, PathNames } from './emission';
import { condition } from './expressions';
import { joinChunks, statementLines } from './lines';
import { functionLines } from './local-function';
import { bodyOf, isSilent, placeIn, type Write } from './place';

/** The inside of a process or sub-process: its joins, its body, and the functions of its paths. */
export function scopeLines(
  { body, paths }: StructuredScope,
  emission: Emission,
  indent: number,
  write: Write,
): string[] {
  if (paths.length === 0) return write(body, bodyOf(body, placeIn(emission, indent, write)));
  const names = new Map(paths.map((path) => [path.head, namesOf(path, emission)]));
  const inner: Emission = { ...emission, functions: [], undo: undefined, paths: names };
  const lines = joinChunks([
    paths.flatMap((path) => gateLines(path, inner, indent)),
    write(body, placeIn(inner, indent, write)),
  ]);
  for (const { head, body } of paths) {
    const { run } = names.get(head) as PathNames;
    inner.functions.push({
      name: run,
      write: (indent) => [
        `${spaces(indent)}async function ${run}() {`,
        ...write(body, placeIn(inner, indent + 2, write)),
        `${spaces(indent)}}`,
      ],
    });
  }
  return [...lines, ...functionLines(inner, indent)];
}

/** `go(ship)`, or `ready('Flow_3')` at the join in front of it. */
export function goCall(statement: GoStatement, emission: Emission): Doc {
  return arrival(statement, emission) ?? call(emission.uses.use('go'), namesAt(statement.path, emission).run);
}

/** The same as a function to be called. */
export function goFunction(statement: GoStatement, emission: Emission): Doc {
  const arriving = arrival(statement, emission);
  return arriving ? lambda('async ()', arriving) : namesAt(statement.path, emission).run;
}

/** What it is to arrive at the join in front of a path; undefined if there is none. */
export function arrival({ path, flow }: GoStatement, emission: Emission): Doc | undefined {
  const { gate, isByFlow } = namesAt(path, emission);
  if (gate === undefined) return undefined;
  return call(gate, ...(isByFlow && flow ? [quote(flow.id)] : []));
}

function namesAt(head: Node, { paths }: Emission): PathNames {
  const names = paths.get(head);
  if (!names) throw new Error(`No path begins at ${head.id}.`);
  return names;
}

function namesOf({ head, gate, body }: Path, { names }: Emission): PathNames {
  const isGateway = head.kind.endsWith('Gateway');
  const first = isGateway && (gate || head.name === undefined) ? firstStep(body) : head;
  // A sub-process has its own name for its inside.
  const run = first
    ? names.local(first, first.kind === 'subProcess' ? 'Path' : '')
    : names.local(head, gate ? 'Passed' : '');
  if (!gate) return { run };
  return { run, gate: names.local(head, isGateway ? '' : 'Tokens'), isByFlow: gate.kind !== 'quantity' };
}

/** What a path does first, if that says something. */
function firstStep(body: Block): Node | undefined {
  const first = body.find((statement) => statement.kind !== 'element' || !isSilent(statement));
  return first?.kind === 'element' && first.node.kind !== 'endEvent' ? first.node : undefined;
}

/** `const ready = join(['Flow_3', 'Flow_7'], ship);` */
function gateLines({ head, gate }: Path, emission: Emission, indent: number): string[] {
  if (!gate) return [];
  const names = namesAt(head, emission);
  const { type, doc } = gateDoc(head, gate, names.run, emission);
  return statementLines(doc, indent, `const ${names.gate ?? ''}${type} = `);
}

function gateDoc(head: Node, gate: Gate, run: string, emission: Emission): { type: string; doc: Doc } {
  const { uses } = emission;
  if (gate.kind === 'quantity')
    return { type: '', doc: call(uses.use('gather'), String(gate.quantity), run) };
  if (gate.kind === 'parallel') {
    return { type: '', doc: call(uses.use('join'), listOf(gate.flows.map(quote)), run) };
  }
  const sources = gate.flows.map(({ id, from }): [string, Doc] => [
    id,
    listOf(from.flatMap((source) => sourcesAt(source, source !== head, emission))),
  ]);
  const flows = listOf(gate.flows.map(({ id }) => quote(id)));
  const isMutual = gate.flows.some(({ from }) =>
    from.some((source) => source !== head && namesAt(source, emission).gate !== undefined),
  );
  // The type checker cannot infer the types of joins that name each other.
  const flow = isMutual ? '<string>' : '';
  return {
    type: isMutual ? ': (flow: string) => void' : '',
    doc:
      gate.kind === 'complex'
        ? call(
            uses.use('complexJoin') + flow,
            run,
            flows,
            returning(object(sources)),
            activates(gate.activation, head, emission),
          )
        : call(uses.use('inclusiveJoin') + flow, run, flows, returning(object(sources))),
  };
}

/** The condition of a complex gateway sees how many tokens wait. */
function activates(activation: Expression, { id }: Node, emission: Emission): Doc {
  const { uses } = emission;
  const isCounted = new RegExp(`\\b${COUNT}\\b`).test(activation.text);
  const site = isCounted
    ? { element: id, root: `${uses.use('local')}(${uses.use('vars')}, { ${COUNT} })`, own: new Set([COUNT]) }
    : { element: id, root: 'vars' };
  const { doc } = condition(activation, { ...site, within: true }, id, emission);
  return lambda(isCounted ? `(${COUNT})` : '()', doc);
}

const COUNT = 'activationCount';

function returning(value: Doc): Doc {
  return lambda('()', concat('(', value, ')'), (indent) => statementLines(value, indent, 'return '));
}

function sourcesAt(head: Node, withGate: boolean, emission: Emission): string[] {
  const { run, gate } = namesAt(head, emission);
  return gate !== undefined && withGate ? [run, gate] : [run];
}

function listOf(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}
