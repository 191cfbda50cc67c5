import { identifier } from './identifier';

/**
 * The workflow type that a process of a diagram compiles to, by its id: `order-fulfilment` → `orderFulfilment`, after the
 * deployment key if there is one.
 */
export function workflowType(id: string, deployment = ''): string {
  const key = identifier(deployment);
  const name = identifier(id) || 'process';
  return key === '' ? name : key + name.charAt(0).toUpperCase() + name.slice(1);
}
