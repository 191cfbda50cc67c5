/** `npm run docs`: writes the pages that come from code. A test per page sees to it that they are current. */
import { writeFileSync } from 'node:fs';
import documentation from '../dist/bpmn/diagnostics/documentation.js';
import scenarios from '../dist/testing/scenarios/file/json-schema.js';

const pages = {
  'docs/diagnostics.md': documentation.diagnosticsPage(),
  'schemas/scenarios.schema.json': scenarios.scenariosJsonSchema(),
};

for (const [name, content] of Object.entries(pages)) {
  writeFileSync(new URL(`../${name}`, import.meta.url), content);
  console.log(`${name} written`);
}
