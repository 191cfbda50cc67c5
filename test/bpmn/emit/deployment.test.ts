import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../src/bpmn/compile';
import { defineProcess, deploymentOf } from '../../../src/shared/process-contract';

const file = 'pools.bpmn';
const xml = readFileSync(join(__dirname, '../../samples/pools', file), 'utf8');

test('a deployment key goes into workflow types and contracts', async () => {
  const { files, processes } = await compile({ file, xml }, { deployment: 'spring-sale' });
  expect(processes.map(({ functionName }) => functionName)).toEqual(['springSaleBuyer', 'springSaleSeller']);
  const [contracts, workflows] = files.map(({ content }) => content);
  expect(contracts).toContain(
    "export const springSaleBuyer = defineProcess({\n  type: 'springSaleBuyer',\n  deployment: 'spring-sale',\n",
  );
  expect(workflows).toContain('export async function springSaleBuyer(');
});

test('without a deployment key the task queue tells projects apart', () => {
  expect(deploymentOf(defineProcess({ type: 'order' }), 'shop')).toBe('shop');
  expect(deploymentOf(defineProcess({ type: 'order', deployment: 'spring' }), 'shop')).toBe('spring');
});
