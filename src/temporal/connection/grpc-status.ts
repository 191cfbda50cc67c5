/** The status codes of gRPC that Baton tells apart. */
const STATUS = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;

/** Whether a call failed with this status; errors of gRPC carry it as `code`, and text as `details`. */
export function isGrpcStatus(error: unknown, status: keyof typeof STATUS): boolean {
  return error instanceof Error && 'code' in error && error.code === STATUS[status];
}

/** What a failed call says, without the status that gRPC puts before it. */
export function grpcDetails(error: unknown): string {
  if (error instanceof Error && 'details' in error && typeof error.details === 'string' && error.details) {
    return error.details;
  }
  return error instanceof Error ? error.message : String(error);
}
