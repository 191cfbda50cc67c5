import { measureBehaviour } from './behaviour/run';
import { measureConstraints } from './constraints/run';
import { measureDiagrams } from './diagrams/run';
import type { Report } from './report';
import type { Suite } from './suites';

export async function measure(suite: Suite): Promise<Report> {
  switch (suite.kind) {
    case 'behaviour':
      return measureBehaviour(suite, suite.cases);
    case 'constraints':
      return measureConstraints(suite, suite.files);
    case 'diagrams':
      return measureDiagrams(suite, suite.files);
  }
}
