import { descendants, idOf, type Draft } from './xml-element';

/**
 * Gives sequence flows without an id one: `<source>-<target>`, numbered where there are several. The standard lets ids
 * be left out, and Flowable's and Activiti's users do so with flows; everything else that nothing refers to would have
 * no name in the code and in the Temporal UI, and is asked for its id in phase 2.
 */
export function nameFlows(root: Draft): void {
  const taken = new Set([...descendants(root)].map(idOf));
  for (const element of descendants(root) as Generator<Draft>) {
    if (element.type !== 'bpmn:SequenceFlow' || idOf(element) !== undefined) continue;
    const { attributes } = element;
    const name = `${attributes.get('sourceRef') ?? ''}-${attributes.get('targetRef') ?? ''}`;
    let id = name;
    for (let number = 2; taken.has(id); number++) id = `${name}-${String(number)}`;
    taken.add(id);
    attributes.set('id', id);
  }
}
