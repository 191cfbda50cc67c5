import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';

/** Elements other than start events that begin a process by the event they wait for. */
export function reportUnsupportedStart({ element }: ElementReader, { diagram, reporter }: Context): void {
  const parameters = { element: describe(element), detail: ' as the start of a process' };
  reporter.report('element-not-supported', diagram.document.place.of(element), parameters);
}
