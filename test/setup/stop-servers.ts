export default function stopServers(): void {
  /* replaced by "servers" */
}
