/**
 * The compiler: BPMN 2.0 diagrams → TypeScript workflows. Runs anywhere, reads and writes nothing.
 *
 * @module
 */
export { compile, type CompileOptions, type CompileResult } from './compile';
export { collectImports, type ImportedTexts } from './1-parse/imports';
export { processesIn } from './processes-in';
export { diagramGraph, type DiagramGraph, type GraphElement, type GraphFlow } from './diagram-graph';
export {
  diagramProgress,
  drawProgress,
  type DiagramProgress,
  type ElementState,
  type FlowState,
} from './diagram-progress';
export { drawDiagram } from './picture/draw-diagram';
export type { Look } from './picture/looks';
export { takenFlows, type TakenFlows } from './taken-flows';
export type { CalledActivity } from './4-emit/called-activity';
export { compileDecisions, type CompileDecisionsResult } from './decisions/compile-decisions';
export type { CompiledDecision, DecisionForm } from './decisions/describe-decision';
export type { KnownDecision } from './4-emit/called-decisions';
export type { KnownProcess } from './4-emit/callees';
export type { CompiledProcess } from './4-emit/describe';
export type { GeneratedFile } from './4-emit/emit';
export type { Modules } from './4-emit/workflow-file';
export type { JsonSchema } from './4-emit/expressions/types';
export { survey, type Becomes, type Outcome, type Survey, type Use } from './migration/survey';
export type { ExpressionCounts } from './migration/expressions';
export type { Noted } from './migration/noted';
export type { Origin, Reference } from './migration/references';
export type { Dialect } from './2-model/types';
export type { Diagnostic, Position, RelatedElement, Severity } from './diagnostics/diagnostic';
