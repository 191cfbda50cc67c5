import type { Block, GoStatement, ParallelBranch, ParallelStatement } from '../3-structure/tree';
import type { Comment } from './comments';
import { arrow, call, concat, lambda, quote, unawaited, type Doc } from './doc';
import type { Emission } from './emission';
import { attempted, condition } from './expressions';
import { statementLines } from './lines';
import { localFunction } from './local-function';
import { arrival, goFunction } from './paths';
import { isEmpty, placeIn, type Write } from './place';
import { isGuarded, isPlainScope, loopOf, scopeCall } from './scope-call';

/** `await parallel(…)`, or `go(…)` where nothing comes together behind the branches. */
export function parallelLines(
  { branches, fork, chosen, goesOn }: ParallelStatement,
  emission: Emission,
  indent: number,
  write: Write,
): string[] {
  const { uses } = emission;
  // Arriving at a join takes no function of its own.
  const arrivals = goesOn && !chosen ? branches.flatMap((branch) => arrivalOf(branch, emission) ?? []) : [];
  const arriving = arrivals.flatMap(({ doc }) => statementLines(doc, indent));
  const others = branches.filter((branch) => !arrivals.some((arrival) => arrival.branch === branch));
  if (others.length === 0) return arriving;
  const functions = others.map((branch) => {
    const doc = functionOf(branch, emission, write);
    return chosen ? conditional(branch, fork.id, doc, emission) : doc;
  });
  const args = chosen
    ? [chosenOf(call(uses.use('chosen'), quote(fork.id), ...functions), emission)]
    : functions;
  if (goesOn) return [...arriving, ...statementLines(call(uses.use('go'), ...args), indent)];
  return statementLines(concat('await ', call(uses.use('parallel'), ...args)), indent);
}

/** All conditions are asked anew when one fails, or none holds. */
function chosenOf(chosen: Doc, emission: Emission): Doc {
  const done = attempted(chosen, {}, emission);
  return unawaited(done).awaited ? concat('...(', done, ')') : concat('...', done);
}

function arrivalOf(branch: ParallelBranch, emission: Emission) {
  const going = onlyGo(branch.body);
  const doc = going && arrival(going, emission);
  return doc === undefined ? undefined : { branch, doc };
}

function onlyGo([first, second]: Block): GoStatement | undefined {
  return first?.kind === 'go' && (!second || second.kind === 'leave') ? first : undefined;
}

function functionOf({ head, body }: ParallelBranch, emission: Emission, write: Write): Doc {
  if (!head) return NOTHING;
  // The inside of a sub-process has its name for itself.
  const name = emission.names.local(head, head.kind === 'subProcess' ? 'Branch' : '');
  return branchOf(name, body, emission, write);
}

function conditional(
  { flow, otherwise }: ParallelBranch,
  fork: string,
  branch: Doc,
  emission: Emission,
): Doc {
  const { uses } = emission;
  if (otherwise) return call(uses.use('otherwise'), branch);
  if (!flow?.condition) return branch;
  const { doc } = condition(flow.condition, { element: flow.id, root: 'vars', within: true }, fork, emission);
  return call(uses.use('when'), doc, branch);
}

const NOTHING = lambda('async ()', 'undefined');

/** A path as a function: in place if it is one simple step, else by the name of a local function. */
export function branchOf(
  name: string,
  body: Block,
  emission: Emission,
  write: Write,
  comment: Comment = { notes: [] },
): Doc {
  const visible = body.filter((statement) => !isEmpty([statement], placeIn(emission, 0, write)));
  const [only, second] = visible;
  if (!only) return NOTHING;
  const going = onlyGo(visible);
  if (going) return goFunction(going, emission);
  const isPart = emission.continuing.of(body) !== undefined;
  if (!second && only.kind === 'element' && !isGuarded(only) && !isPart) {
    const { node, compensation } = only;
    const isPlain = isPlainScope(only) && !loopOf(node) && !compensation && !node.around;
    if (isPlain) return lambda('()', scopeCall(only, emission, write));
    return arrow('async ()', (indent) => write(visible, placeIn(emission, indent, write)));
  }
  return localFunction(name, body, emission, write, comment);
}
