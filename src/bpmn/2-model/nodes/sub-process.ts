import { defined } from '../defined';
import type { Context, ElementReader } from '../element-reader';
import { activityBase } from '../node-base';
import { readScope } from '../read-scope';
import type { SubProcess } from '../types';

export function subProcess(reader: ElementReader, context: Context): SubProcess | undefined {
  const container = context.diagram.container(reader.element);
  return (
    container &&
    defined({
      kind: 'subProcess' as const,
      ...activityBase(reader, context),
      scope: readScope(container, reader, context),
    })
  );
}
