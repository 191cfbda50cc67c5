import type { Mail } from './read-mail';

/** The mailbox as a page, newest message first. */
export function mailPage(mails: readonly Mail[]): string {
  const messages = mails.toReversed().map(message).join('') || '<p>No mail yet.</p>';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="5">
<title>Mailbox (${mails.length})</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  article { border-top: 1px solid #ccc; padding: 1rem 0; }
  h2 { font-size: 1.1rem; margin: 0; }
  small { color: #555; }
  pre { font: inherit; white-space: pre-wrap; }
</style>
<h1>Mailbox</h1>
${messages}</html>
`;
}

function message({ subject, from, to, at, copies, text, attachments }: Mail): string {
  const details = [
    `${from} to ${to.join(', ')}`,
    at.slice(0, 19).replace('T', ' '),
    ...(copies > 1 ? [`arrived ${copies} times`] : []),
    ...attachments,
  ];
  return `<article><h2>${escape(subject)}</h2><small>${escape(details.join(' · '))}</small><pre>${escape(text)}</pre></article>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
