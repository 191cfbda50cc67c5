import { connect } from 'node:net';

/** Waits until a server that a test started takes connections. */
export async function reachable(port: number, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      }).on('error', () => {
        resolve(false);
      });
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server ended before it could be reached');
}
