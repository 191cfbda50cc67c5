import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diagramGraph } from '../../bpmn/diagram-graph';
import { processesIn } from '../../bpmn/processes-in';
import { filesBelow } from '../files-below';

/**
 * A diagram that is in no project, and those of its folder that have to do with it: that have processes which it calls, or
 * are the only ones to take a message which it sends and nothing in it takes; also indirectly.
 */
export function withPartners(file: string): readonly string[] {
  const found = new Set([file]);
  for (const one of found) {
    const called = calledIn(textOf(one));
    const sent = sentOutside(one);
    if (called.length + sent.length === 0) continue;
    const others = filesBelow(dirname(file), /\.bpmn$/).filter(
      (other) => dirname(other) === dirname(file) && !found.has(other),
    );
    for (const id of called) {
      const isHere = [...found].some((known) => idsIn(known).includes(id));
      const home = isHere ? undefined : others.find((other) => idsIn(other).includes(id));
      if (home !== undefined) found.add(home);
    }
    for (const name of sent) {
      const [taker, ...more] = others.filter((other) => graphOf(other).caught.includes(name));
      if (taker !== undefined && more.length === 0) found.add(taker);
    }
  }
  return [...found];
}

function sentOutside(file: string): readonly string[] {
  const { thrown, caught } = graphOf(file);
  return thrown.filter((name) => !caught.includes(name));
}

function graphOf(file: string) {
  return diagramGraph({ file, xml: textOf(file) });
}

function idsIn(file: string): readonly string[] {
  return processesIn({ file, xml: textOf(file) }).map(({ id }) => id);
}

function calledIn(xml: string): readonly string[] {
  return [...xml.matchAll(/(?:calledElement|processId)="([^"]+)"/g)].map(([, id]) =>
    (id ?? '').replace(/^.*:/, ''),
  );
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
