import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { locateTestServer, startDevServer, type DevServer } from 'batonflow/temporal';
import { bundleWorkflows } from 'batonflow/worker';

const CACHE = join(__dirname, '../../.cache');

declare global {
  var batonTestServer: DevServer | undefined;
}

/**
 * Before all integration tests: one dev server in memory, and an executable of the time-skipping server, which each test
 * file starts for itself. Tests find them in BATON_TEST_ADDRESS, BATON_TEST_UI and BATON_TEST_SERVER.
 * Libraries that workflow code uses are compiled once, for all bundles of all tests.
 */
export default async function startServers(): Promise<void> {
  const onProgress = (message: string) => process.stderr.write(`${message}\n`);
  mkdirSync(CACHE, { recursive: true });
  process.env['BATON_BUNDLE_CACHE'] = mkdtempSync(join(CACHE, 'bundles-'));
  const [dev, testServer] = await Promise.all([
    startDevServer({ port: 0, uiPort: 0, onProgress }),
    locateTestServer({ onProgress }),
    bundleWorkflows({ workflowsPath: require.resolve('./workflows') }),
  ]);
  globalThis.batonTestServer = dev;
  process.env['BATON_TEST_ADDRESS'] = dev.address;
  process.env['BATON_TEST_UI'] = dev.uiUrl;
  process.env['BATON_TEST_SERVER'] = testServer.path;
}
