/** A standard that files follow. */
export interface Standard {
  readonly name: string;
  /** The compiler's prefix for names of it. */
  readonly prefix: string;
  /** Says that a file is none of it. */
  readonly refusal: 'not-bpmn' | 'not-dmn';
}

export const BPMN: Standard = { name: 'BPMN 2.0', prefix: 'bpmn', refusal: 'not-bpmn' };
export const DMN: Standard = { name: 'DMN 1.3', prefix: 'dmn', refusal: 'not-dmn' };
