import { propertyOf, reasonOf } from '../errors';

/** The status codes of gRPC that Baton tells apart. */
export const GRPC_STATUS = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;

/** Whether a call failed with this status; errors of gRPC carry it as `code`, and text as `details`. */
export function isGrpcStatus(error: unknown, status: keyof typeof GRPC_STATUS): boolean {
  return propertyOf(error, 'code') === GRPC_STATUS[status];
}

/** What a failed call says, without what gRPC and OpenSSL put around it. */
export function grpcDetails(error: unknown): string {
  const details = propertyOf(error, 'details');
  const text = typeof details === 'string' && details !== '' ? details : reasonOf(error);
  if (/wrong version number/.test(text)) return 'it does not speak TLS';
  // The native core's errors are nested Rust structures with one plain sentence in them.
  const native = /^tonic::.*(?:message|error): "([^"]+)"/s.exec(text)?.[1];
  if (native !== undefined) return native;
  const cause = /Last error: (?:Error: )?(.*?)\.?\s*Resolution note:/s.exec(text)?.[1] ?? text;
  return cause.trim();
}
