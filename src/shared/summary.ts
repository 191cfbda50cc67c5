/** The server refuses summaries above 400 bytes, of JSON. */
const MAX_BYTES = 380;

/** How a run is named in the Temporal UI: `Order fulfilment · 17`. Cut where the server would refuse it. */
export function summaryOf(name: string, businessKey: string | undefined): string {
  const text = businessKey === undefined ? name : `${name} · ${businessKey}`;
  if (bytesOf(JSON.stringify(text)) <= MAX_BYTES) return text;
  const characters = [...text];
  while (characters.length > 0 && bytesOf(JSON.stringify(`${characters.join('')}…`)) > MAX_BYTES)
    characters.pop();
  return `${characters.join('')}…`;
}

/** Length in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
