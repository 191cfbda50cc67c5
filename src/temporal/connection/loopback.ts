import type { ConnectionOptions } from '@temporalio/client';

/**
 * Options for `Connection.connect` that keep a connection to this machine off the proxy which `http_proxy` names. gRPC
 * would ask the proxy for 127.0.0.1 as well, unless `no_proxy` lists it. For other addresses it is nothing.
 */
export function directIfLocal(address: string): Pick<ConnectionOptions, 'channelArgs'> {
  const local = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/.test(address);
  return local ? { channelArgs: { 'grpc.enable_http_proxy': 0 } } : {};
}
