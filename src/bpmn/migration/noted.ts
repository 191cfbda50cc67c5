import { isEngineName } from '../1-parse/namespaces';
import { childOf, descendants } from '../1-parse/xml-element';
import type { Diagram } from '../2-model/diagram';
import { IGNORED_ATTRIBUTES, IGNORED_EXTENSIONS } from '../2-model/ignored';
import { hasEngineImplementation } from '../2-model/implementation';

/** Something of the engine's that has no meaning any more, or that others take over. */
export interface Noted {
  /** `camunda:asyncBefore`, `<camunda:properties>` */
  readonly name: string;
  readonly count: number;
  readonly reason: string;
}

/** Attributes and extensions of engines that the compiler reads over on purpose, by name. */
export function notedIn({ processes }: Diagram): readonly Noted[] {
  const found = new Map<string, Noted>();
  const note = (name: string, reason: string | undefined) => {
    if (reason !== undefined) found.set(name, { name, count: (found.get(name)?.count ?? 0) + 1, reason });
  };
  for (const element of processes.flatMap((process) => [...descendants(process.element)])) {
    for (const name of element.attributes.keys()) {
      if (isEngineName(name)) note(name, IGNORED_ATTRIBUTES.get(name));
    }
    for (const { name } of childOf(element, 'bpmn:extensionElements')?.children ?? []) {
      // Activities are tried as often as it says.
      const isRead = name.endsWith(':failedJobRetryTimeCycle') && hasEngineImplementation(element);
      if (!isRead) note(`<${name}>`, IGNORED_EXTENSIONS.get(name));
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
