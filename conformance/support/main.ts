import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readExecuted } from './executed';
import { supportPage, type Executed } from './page';
import { executedSamples } from './samples';

export function writeSupportPage(executed: Executed): void {
  writeFileSync(resolve(__dirname, '../../docs/bpmn-support.md'), supportPage(executedSamples(), executed));
  console.log('docs/bpmn-support.md written');
}

if (require.main === module) writeSupportPage(readExecuted());
