import { rmSync } from 'node:fs';

/** After all integration tests: ends what start-servers.ts started, and removes what it made. */
export default async function stopServers(): Promise<void> {
  await globalThis.batonTestServer?.stop();
  rmSync(process.env['BATON_BUNDLE_CACHE'] ?? '', { recursive: true, force: true });
}
