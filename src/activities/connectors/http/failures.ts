import { ApplicationFailure, type Duration } from '@temporalio/common';

/** Types of the failures of the http connector, named by what follows from them. */
export const HttpFailure = {
  /** No answer, only half of one, or one that says "later" (408, 425, 429, 5xx). Retried. */
  Unavailable: 'HttpUnavailable',
  /** An answer that says no: 4xx, a redirect that is not followed. Never retried. */
  Rejected: 'HttpRejected',
  /** An answer that cannot be used: too large, not JSON where JSON is expected. Never retried. */
  BadAnswer: 'HttpBadAnswer',
  /** The request cannot be sent as it is: its address, a header, its size. Never retried. */
  BadRequest: 'HttpBadRequest',
} as const;

/** First detail of the failures of the http connector. */
export interface HttpFailureDetails {
  readonly method: string;
  /** Without user, password and the values of the query. */
  readonly url: string;
  readonly status?: number;
  /** The beginning of the answer's body; secrets that the request used are struck out. */
  readonly body?: string;
}

/** Retried, after `retryAfter` where the service said how long. */
export function unavailable(
  message: string,
  details: HttpFailureDetails,
  retryAfter?: Duration,
): ApplicationFailure {
  return ApplicationFailure.create({
    type: HttpFailure.Unavailable,
    message,
    details: [details],
    ...(retryAfter !== undefined && { nextRetryDelay: retryAfter }),
  });
}

export function rejected(message: string, details: HttpFailureDetails): ApplicationFailure {
  return final(HttpFailure.Rejected, message, details);
}

export function badAnswer(message: string, details: HttpFailureDetails): ApplicationFailure {
  return final(HttpFailure.BadAnswer, message, details);
}

export function badRequest(message: string, details: HttpFailureDetails): ApplicationFailure {
  return final(HttpFailure.BadRequest, message, details);
}

function final(type: string, message: string, details: HttpFailureDetails): ApplicationFailure {
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
}
