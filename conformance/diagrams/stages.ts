import type { CompiledProcess, Diagnostic } from 'batonflow/compiler';
import { parse } from '../../src/bpmn/1-parse/parse';
import { buildModel } from '../../src/bpmn/2-model/build-model';
import { structure } from '../../src/bpmn/3-structure/structure';
import type { StructuredScope } from '../../src/bpmn/3-structure/tree';
import { emit, type GeneratedFile } from '../../src/bpmn/4-emit/emit';
import { complementary } from '../../src/bpmn/4-emit/expressions';
import { createReporter } from '../../src/bpmn/diagnostics/reporter';
import { createSource } from '../../src/bpmn/diagnostics/source';

/** The compiler's phases, and the type checker behind them. */
export const STAGES = ['parse', 'model', 'structure', 'emit', 'types'] as const;
export type Stage = (typeof STAGES)[number];

export interface Passage {
  /** The stages that it got through. */
  readonly through: readonly Stage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly scopes: Scopes;
  /** Of a diagram that got through all phases. */
  readonly files: readonly GeneratedFile[];
  readonly processes: readonly CompiledProcess[];
}

export interface Scopes {
  readonly all: number;
  /** Those without a part that has no structured form. */
  readonly structured: number;
}

/**
 * What `compile` does, phase by phase, to see how far a diagram gets. Most diagrams of the interchange group are not
 * meant to run; how far they would get if they were says more than that they are not, so all are taken as executable.
 */
export function pass({ file, xml }: { readonly file: string; readonly xml: string }): Passage {
  const source = createSource(file, asExecutable(xml));
  const reporter = createReporter(source, { strict: false });
  const through: Stage[] = [];
  let scopes: Scopes = { all: 0, structured: 0 };
  const stopped = (): Passage => ({
    through,
    diagnostics: reporter.diagnostics(),
    scopes,
    files: [],
    processes: [],
  });

  const document = parse(source, reporter);
  if (!document || reporter.failed) return stopped();
  through.push('parse');

  const model = buildModel(document, reporter);
  if (reporter.failed) return stopped();
  through.push('model');

  const structured = model.processes.map((process) => structure(process, { isProcess: true, complementary }));
  scopes = structured.map(scopesIn).reduce(add, scopes);
  if (scopes.structured === scopes.all) through.push('structure');

  const { files, processes } = emit(model, structured, { modules: { activities: './activities' } }, reporter);
  if (reporter.failed) return stopped();
  through.push('emit');
  return { through, diagnostics: reporter.diagnostics(), scopes, files, processes };
}

function asExecutable(xml: string): string {
  return xml.replace(/<([\w.-]+:)?process\b[^>]*>/g, (tag) =>
    tag.replace(/\sisExecutable\s*=\s*("[^"]*"|'[^']*')/, '').replace(/^<[\w.:-]+/, '$& isExecutable="true"'),
  );
}

function scopesIn({ inner, regions }: StructuredScope): Scopes {
  const inside = inner.map(scopesIn).reduce(add, { all: 0, structured: 0 });
  return add(inside, { all: 1, structured: regions.length === 0 ? 1 : 0 });
}

function add(a: Scopes, b: Scopes): Scopes {
  return { all: a.all + b.all, structured: a.structured + b.structured };
}
