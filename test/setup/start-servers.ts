export default function startServers(): void {
  /* replaced by "servers" */
}
