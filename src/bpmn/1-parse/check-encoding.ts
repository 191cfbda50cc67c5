import type { Reporter } from '../diagnostics/reporter';
import type { Source } from '../diagnostics/source';

const DECLARATION = /^\uFEFF?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/;

/**
 * Whoever reads the file decodes it as UTF-8. Text that was something else shows by what decoding left behind: NUL
 * characters (UTF-16) and replacement characters. False if the text is not worth reading on.
 */
export function checkEncoding(source: Source, reporter: Reporter): boolean {
  const { text } = source;
  if (text.trim() === '') {
    reporter.report('xml-empty', {}, {});
    return false;
  }
  const damage = text.search(/[\u0000\uFFFD]/); // eslint-disable-line no-control-regex
  if (damage >= 0) {
    reporter.report('xml-damaged-text', { position: source.position(damage, 1) }, {});
    return false;
  }
  const encoding = DECLARATION.exec(text.slice(0, 1000));
  if (encoding?.[1] && !/^(utf-?8|us-ascii)$/i.test(encoding[1])) {
    const offset = text.indexOf(encoding[1]);
    const position = source.position(offset, encoding[1].length);
    reporter.report('xml-encoding', { position }, { encoding: encoding[1] });
  }
  return true;
}
