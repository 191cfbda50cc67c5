import type { ClientContext } from './context';

/** A run's page in the Temporal UI; undefined where the address of the UI is not known. */
export function uiUrlOf(
  { uiUrl, server }: Pick<ClientContext, 'uiUrl' | 'server'>,
  workflowId: string,
  runId?: string,
): string | undefined {
  if (uiUrl === undefined) return undefined;
  const parts = [server.namespace, 'workflows', workflowId, ...(runId ? [runId, 'history'] : [])];
  return `${uiUrl.replace(/\/+$/, '')}/namespaces/${parts.map(encodeURIComponent).join('/')}`;
}
