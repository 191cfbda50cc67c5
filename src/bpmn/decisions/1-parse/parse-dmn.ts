import { DmnModdle } from 'dmn-moddle';
import { applyMetamodel } from '../../1-parse/apply-metamodel';
import { checkEncoding } from '../../1-parse/check-encoding';
import { collectIds } from '../../1-parse/collect-ids';
import { createMetamodel } from '../../1-parse/metamodel';
import { createPlace, type Place } from '../../1-parse/place';
import { readXml } from '../../1-parse/read-xml';
import { DMN } from '../../1-parse/standards';
import type { XmlElement } from '../../1-parse/xml-element';
import type { Reporter } from '../../diagnostics/reporter';
import type { Source } from '../../diagnostics/source';

/** What there is of DMN beside the version whose metamodel is known; what a later one adds is reported where it stands. */
const OTHER_VERSIONS: Readonly<Record<string, string>> = {
  'http://www.omg.org/spec/DMN/20130901': 'dmn',
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd': 'dmn',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd': 'dmn',
  'http://www.omg.org/spec/DMN/20180521/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20211108/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20230324/MODEL/': 'dmn',
  'http://www.omg.org/spec/DMN/20180521/DMNDI/': 'dmndi',
  'https://www.omg.org/spec/DMN/20211108/DMNDI/': 'dmndi',
  'https://www.omg.org/spec/DMN/20230324/DMNDI/': 'dmndi',
};

/** A file of decisions as elements with types and positions. */
export interface DmnDocument {
  readonly source: Source;
  readonly root: XmlElement;
  /** Elements by id; of two with the same id the first. */
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly place: Place;
}

/** Text → elements of DMN, as phase 1 does it for diagrams. Undefined, with the reason reported, if it is no DMN. */
export function parseDmn(source: Source, reporter: Reporter): DmnDocument | undefined {
  if (!checkEncoding(source, reporter)) return undefined;
  const metamodel = createMetamodel(DMN, new DmnModdle());
  const root = readXml(source, { ...metamodel.namespaces, ...OTHER_VERSIONS }, reporter, DMN);
  if (!root) return undefined;
  const place = createPlace(source);
  applyMetamodel(root, metamodel, place, reporter);
  return { source, root, ids: collectIds(root, place, reporter).ids, place };
}
