import type { Reporter } from '../diagnostics/reporter';
import type { Source } from '../diagnostics/source';

const DECLARATION = /^\uFEFF?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/;

/** Characters that XML has no place for, not even as references. */
const FORBIDDEN = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/; // eslint-disable-line no-control-regex

/**
 * Whoever reads the file decodes it as UTF-8. Text that was something else shows by what decoding left behind: NUL
 * characters (UTF-16) and replacement characters. False if the text is not worth reading on.
 */
export function checkEncoding(source: Source, reporter: Reporter): boolean {
  const { text } = source;
  const at = (offset: number, length: number) => ({ position: source.position(offset, length) });
  if (text.trim() === '') {
    reporter.report('xml-empty', {}, {});
    return false;
  }

  const declared = DECLARATION.exec(text.slice(0, 1000))?.[1] ?? 'UTF-8';
  const isUtf8 = /^(utf-?8|us-ascii)$/i.test(declared);
  const nul = text.indexOf('\0');
  const replaced = text.indexOf('\uFFFD');
  if (nul >= 0 || (replaced >= 0 && !isUtf8)) {
    reporter.report('xml-damaged-text', at(Math.max(nul, replaced), 1), { encoding: declared });
    return false;
  }
  if (replaced >= 0) reporter.report('xml-replaced-character', at(replaced, 1), {});
  if (!isUtf8)
    reporter.report('xml-encoding', at(text.indexOf(declared), declared.length), { encoding: declared });

  const forbidden = FORBIDDEN.exec(text);
  if (!forbidden) return true;
  const code = forbidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  reporter.report('xml-invalid', at(forbidden.index, 1), {
    problem: `the character U+${code} is not allowed`,
  });
  return false;
}
