import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { XmlElement } from '../../src/bpmn/1-parse/xml-element';
import { elementsOf } from './diagram';
import type { Row } from './row';

const FOLDER = resolve(__dirname, '../../test/samples');

export interface SampleElements {
  readonly name: string;
  readonly elements: readonly XmlElement[];
}

/** The samples that have scenarios, and so are run. */
export function executedSamples(): readonly SampleElements[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasScenarios(join(FOLDER, entry.name)))
    .map(({ name }) => {
      const file = `${name}.bpmn`;
      return { name, elements: elementsOf(file, readFileSync(join(FOLDER, name, file), 'utf8')) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function hasScenarios(folder: string): boolean {
  return readdirSync(folder).some((file) => file.endsWith('.scenarios.yaml'));
}

/** Those that have something, the one that is about it first: its name says so, or it has little else. */
export function samplesWith({ is }: Row, samples: readonly SampleElements[]): readonly string[] {
  return samples
    .map(({ name, elements }) => ({ name, size: elements.length, count: elements.filter(is).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count / b.size - a.count / a.size || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}
