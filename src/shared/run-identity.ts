import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
  type SearchAttributePair,
} from '@temporalio/common';
import { BUSINESS_KEY_MEMO, SEARCH_ATTRIBUTES } from './names';
import { startEventMemo } from './start-event';

/** Present on every run that was started while the server knew Baton's search attributes. */
export const processKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.process, SearchAttributeType.KEYWORD);
export const businessKeyKey = defineSearchAttributeKey(
  SEARCH_ATTRIBUTES.businessKey,
  SearchAttributeType.KEYWORD,
);

/** What a run is found and told apart by, and what its starter gives beside it. */
interface Identity {
  readonly type: string;
  readonly businessKey: string | undefined;
  readonly startEvent?: string | undefined;
  /** Whether the server knows Baton's search attributes. */
  readonly registered: boolean;
  readonly typedSearchAttributes?: SearchAttributePair[] | TypedSearchAttributes | undefined;
  readonly memo?: Record<string, unknown> | undefined;
}

interface IdentityOptions {
  typedSearchAttributes?: TypedSearchAttributes;
  memo?: Record<string, unknown>;
}

/**
 * The part of a start that says who the run is, for clients and for calls alike: search attributes; where the server does
 * not know them the business key is in the memo, so that the run itself still knows it.
 */
export function identityOptions({
  type,
  businessKey,
  startEvent,
  registered,
  typedSearchAttributes: theirs,
  memo,
}: Identity): IdentityOptions {
  const attributes = [
    ...(theirs instanceof TypedSearchAttributes ? theirs.getAll() : (theirs ?? [])),
    ...(registered ? [{ key: processKey, value: type }] : []),
    ...(registered && businessKey !== undefined ? [{ key: businessKeyKey, value: businessKey }] : []),
  ];
  const remembered = registered || businessKey === undefined ? {} : { [BUSINESS_KEY_MEMO]: businessKey };
  const all = { ...remembered, ...startEventMemo(startEvent), ...memo };
  return {
    ...(attributes.length > 0 && { typedSearchAttributes: new TypedSearchAttributes(attributes) }),
    ...(Object.keys(all).length > 0 && { memo: all }),
  };
}

/** What the case that a run belongs to is called; undefined if it was started without a business key. */
export function businessKeyOf(run: {
  readonly typedSearchAttributes: TypedSearchAttributes;
  readonly memo?: Record<string, unknown>;
}): string | undefined {
  const remembered = run.memo?.[BUSINESS_KEY_MEMO];
  return (
    run.typedSearchAttributes.get(businessKeyKey) ?? (typeof remembered === 'string' ? remembered : undefined)
  );
}
