import type { Reporter } from '../../diagnostics/reporter';
import type { Diagram } from '../diagram';

/** A static rule: looks at the whole diagram and reports what breaks it. */
export type Rule = (diagram: Diagram, reporter: Reporter) => void;
