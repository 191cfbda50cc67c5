import { engineOf } from './namespaces';
import { type Draft, descendants, idOf } from './xml-element';

/**
 * Declares the signals that are only named. jBPM takes the reference of a signal event for the signal's name where no
 * `<signal>` has it as its id, and its editors write it so.
 */
export function declareSignals(root: Draft): void {
  const isJbpm = [...(root.declares?.values() ?? [])].some((uri) => engineOf(uri) === 'drools');
  if (!isJbpm) return;
  const all = [...(descendants(root) as Generator<Draft>)];
  const ids = new Set(all.map(idOf));
  for (const event of all) {
    const name = event.attributes.get('signalRef')?.trim();
    if (event.name !== 'bpmn:signalEventDefinition' || !name || ids.has(name)) continue;
    const named = root.children.find(
      (child) => child.name === 'bpmn:signal' && child.attributes.get('name') === name,
    );
    const id = named && idOf(named);
    if (id !== undefined) event.attributes.set('signalRef', id);
    else {
      ids.add(name);
      root.children.push(signalNamed(name, event, root));
    }
  }
}

/** Problems with it are shown at the event that names it. */
function signalNamed(name: string, { tag }: Draft, root: Draft): Draft {
  return {
    name: 'bpmn:signal',
    originalName: 'signal',
    attributes: new Map([
      ['id', name],
      ['name', name],
    ]),
    children: [],
    text: '',
    tag,
    parent: root,
  };
}
