import { Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';

describe('the servers that jest starts before the integration tests', () => {
  test('a dev server answers at BATON_TEST_ADDRESS', async () => {
    const connection = await Connection.connect({ address: process.env['BATON_TEST_ADDRESS']! });
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
    expect(namespaceInfo?.name).toBe('default');
  });

  test('its UI answers at BATON_TEST_UI', async () => {
    const page = await fetch(process.env['BATON_TEST_UI']!);
    expect(page.status).toBe(200);
  });

  test('BATON_TEST_SERVER starts a server that skips time', async () => {
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: process.env['BATON_TEST_SERVER']! } },
    });
    const before = await environment.currentTimeMs();
    await environment.sleep('30 days');
    const after = await environment.currentTimeMs();
    await environment.teardown();
    expect(after - before).toBeGreaterThanOrEqual(30 * 24 * 3600 * 1000);
  });
});
