import { directIfLocal } from '../../src/temporal/connection/loopback';

test.each(['127.0.0.1:7233', '127.0.0.1', 'localhost:7233', '[::1]:7233'])(
  '%s is this machine',
  (address) => {
    expect(directIfLocal(address)).toEqual({ channelArgs: { 'grpc.enable_http_proxy': 0 } });
  },
);

test.each(['temporal.example:7233', '127.0.0.1.example:7233', 'localhost.example', '10.0.0.1:7233'])(
  '%s is not',
  (address) => {
    expect(directIfLocal(address)).toEqual({});
  },
);
