import { namedImport } from '../../4-emit/imports';
import type { GeneratedFile } from '../../4-emit/emit';
import type { Reporter } from '../../diagnostics/reporter';
import type { DecisionModel } from '../2-model/types';
import { decisionFunction } from './decision-function';
import { decisionFileNames } from './file-names';
import { FileEmission, type EmittedDecision } from './file-emission';
import { DecisionUses } from './helpers';
import { ItemTypes } from './item-types';
import { knowledgeFunction } from './knowledge';
import { NameBook } from './names';

/** Decisions → one file of TypeScript. What cannot be written is reported; the file is then of no use. */
export function emitDecisions(
  model: DecisionModel,
  reporter: Reporter,
): { readonly file: GeneratedFile; readonly decisions: readonly EmittedDecision[] } {
  const { name, stem } = decisionFileNames(model.file);
  const uses = new DecisionUses();
  const names = new NameBook();
  const origin = `Generated from ${name}: change the file, then run \`baton compile\`.`;
  const file = new FileEmission(uses, new ItemTypes(model.types, names, reporter), names, reporter, origin);
  file.declare([...model.decisions, ...model.knowledge]);

  const knowledge = model.knowledge.map((one) => {
    const emitted = knowledgeFunction(one, file);
    file.addKnowledge(emitted);
    return emitted;
  });
  file.plan(model.decisions);
  const decisions = model.decisions.map((decision) => {
    const emitted = decisionFunction(decision, file);
    file.add(emitted);
    return emitted;
  });
  const [first] = model.decisions;
  const lines = [
    ...uses.imports().flatMap(({ source, names }) => namedImport(names, source)),
    ...(first ? file.types.lines(first) : []),
    ...decisions.flatMap(({ lines }) => lines),
    ...knowledge.flatMap(({ lines }) => lines),
  ];
  const content = `${lines.join('\n').replace(/^\n+/, '')}\n`;
  return { file: { file: `${stem}.decision.ts`, content }, decisions };
}
