/** How messages speak of an element: `service task "Check stock"`, without a name `service task Task_1`. */
export function label(type: string, name: string | undefined, id: string | undefined): string {
  const kind = words(type);
  const plain = name?.replace(/\s+/g, ' ').trim();
  if (plain) return `${kind} "${plain}"`;
  return id ? `${kind} ${id}` : kind;
}

/** `bpmn:Activity` → `an activity` */
export function aKindOf(type: string): string {
  const kind = words(type);
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** `bpmn:eventBasedGateway` → `event based gateway` */
function words(type: string): string {
  return type
    .slice(type.indexOf(':') + 1)
    .replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .trim();
}
