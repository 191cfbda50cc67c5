import type { XmlElement } from '../1-parse/xml-element';

/** Sequence flows in the order in which their conditions are tested: by jBPM's priority, then as they stand in the file. */
export function byPriority(flows: readonly XmlElement[]): readonly XmlElement[] {
  return [...flows].sort((a, b) => priorityOf(a) - priorityOf(b));
}

/** The lower, the earlier; editors write 1 where nobody has said anything. */
function priorityOf({ attributes }: XmlElement): number {
  const priority = Number(attributes.get('drools:priority') ?? 1);
  return Number.isFinite(priority) ? priority : 1;
}
