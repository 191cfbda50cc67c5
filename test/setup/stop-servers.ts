/** After all integration tests: ends what start-servers.ts started. */
export default async function stopServers(): Promise<void> {
  await globalThis.batonTestServer?.stop();
}
