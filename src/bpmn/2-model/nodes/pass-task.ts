import { defined } from '../defined';
import { localName } from '../../1-parse/namespaces';
import type { Context, ElementReader } from '../element-reader';
import { activityBase } from '../node-base';
import type { PassTask } from '../types';

/** Tasks that nobody carries out for the process: they pass, and are recorded. */
export function passTask(reader: ElementReader, context: Context): PassTask {
  return defined({
    kind: localName(reader.element.name) as PassTask['kind'],
    ...activityBase(reader, context),
  });
}
