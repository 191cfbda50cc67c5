import { ApplicationFailure } from '@temporalio/common';
import { REST_AUTHENTICATIONS } from '../../../shared/rest-connector';
import { exchangeBy } from '../http/client';
import type { HttpCall } from '../http/types';
import type { Redaction } from '../shared/redaction';

type Authentication = Readonly<Record<string, string | null | undefined>>;

/** Adds to a call what its authentication says: `noAuth`, `basic`, `bearer`, `apiKey`, and two ways of OAuth. */
export async function authenticated(
  authentication: Authentication,
  call: HttpCall,
  redaction: Redaction,
): Promise<HttpCall> {
  const withHeaders = (headers: Record<string, string>) => ({
    ...call,
    headers: { ...headers, ...call.headers },
  });
  switch (authentication['type'] ?? 'noAuth') {
    case 'noAuth':
      return call;
    case 'basic':
      return withHeaders({
        Authorization: basic(authentication['username'], authentication['password'], redaction),
      });
    case 'bearer':
      return withHeaders({ Authorization: `Bearer ${authentication['token'] ?? ''}` });
    case 'apiKey': {
      const entry = { [authentication['name'] ?? '']: authentication['value'] ?? '' };
      if (authentication['apiKeyLocation'] === 'query')
        return { ...call, query: { ...call.query, ...entry } };
      return withHeaders(entry);
    }
    case 'oauth-client-credentials-flow':
    case 'oauth-refresh-token':
      return withHeaders({ Authorization: `Bearer ${await tokenOf(authentication, call, redaction)}` });
    default:
      throw unknownType(String(authentication['type']));
  }
}

/** OAuth 2.0, by the client's credentials or by a refresh token: a token for this call. */
async function tokenOf(given: Authentication, { timeout }: HttpCall, redaction: Redaction): Promise<string> {
  const { clientId, clientSecret, scopes, audience, refreshToken } = given;
  const refreshes = given['type'] === 'oauth-refresh-token';
  const inBody = refreshes || given['clientAuthentication'] === 'credentialsBody';
  const form = {
    grant_type: refreshes ? 'refresh_token' : 'client_credentials',
    ...(refreshes && { refresh_token: refreshToken ?? '' }),
    ...(scopes && { scope: scopes }),
    ...(audience && { audience }),
    ...(inBody && { client_id: clientId ?? '', ...(clientSecret && { client_secret: clientSecret }) }),
  };
  const call = {
    body: new URLSearchParams(form),
    ...(!inBody && { headers: { Authorization: basic(clientId, clientSecret, redaction) } }),
    ...(timeout !== undefined && { timeout }),
  };
  // It changes nothing, and servers of tokens know no idempotency keys.
  const config = { idempotencyHeader: false } as const;
  const { body } = await exchangeBy(config, 'POST', given['oauthTokenEndpoint'] ?? '', call, redaction);
  const token = (body as { access_token?: unknown } | undefined)?.access_token;
  if (typeof token !== 'string')
    throw ApplicationFailure.nonRetryable('The token endpoint gave no access_token', 'HttpBadAnswer');
  redaction.hide(token, '[token]');
  return token;
}

function basic(
  user: string | null | undefined,
  password: string | null | undefined,
  redaction: Redaction,
): string {
  const credentials = Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64');
  redaction.hide(credentials, '[credentials]');
  return `Basic ${credentials}`;
}

function unknownType(type: string): ApplicationFailure {
  const known = `${REST_AUTHENTICATIONS.slice(0, -1).join(', ')} and ${REST_AUTHENTICATIONS.at(-1)}`;
  return ApplicationFailure.nonRetryable(
    `The REST connector does not know the authentication '${type}'. It knows ${known}.`,
    'HttpBadRequest',
  );
}
