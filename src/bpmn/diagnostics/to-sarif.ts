import { catalogue, documentationUrl, isCode } from './catalogue';
import type { Entry } from './catalogue/entry';
import type { Diagnostic, Position } from './diagnostic';

/** The part of SARIF 2.1.0 that is written: what editors and code scanning in CI read. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly informationUri: string;
      readonly rules: readonly SarifRule[];
    };
  };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: 'error' | 'warning';
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
}

interface SarifLocation {
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly charOffset: number;
      readonly charLength: number;
    };
  };
  readonly logicalLocations?: readonly { readonly name: string; readonly kind: string }[];
}

/** The diagnostics of one or more files as a SARIF 2.1.0 log with one run. */
export function toSarif(diagnostics: readonly Diagnostic[]): SarifLog {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].filter(isCode).sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'baton',
            informationUri: documentationUrl(),
            rules: codes.map((code) => rule(code, catalogue[code], documentationUrl(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, codes)),
      },
    ],
  };
}

function rule(id: string, { severity, message, why, fix }: Entry, helpUri: string): SarifRule {
  return {
    id,
    shortDescription: { text: message },
    fullDescription: { text: why },
    help: { text: fix },
    helpUri,
    defaultConfiguration: { level: severity === 'error' ? 'error' : 'warning' },
  };
}

function result(diagnostic: Diagnostic, codes: readonly string[]): SarifResult {
  const { code, severity, message, hint, file, position, element, related = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint ? `${message} ${hint}` : message },
    locations: [location(file, position, element)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other) => ({
        message: { text: other.message },
        ...location(file, other.position, other.element),
      })),
    }),
  };
}

function location(file: string, position?: Position, element?: string): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(file) },
      ...(position && {
        region: {
          startLine: position.line,
          startColumn: position.column,
          charOffset: position.offset,
          charLength: position.length,
        },
      }),
    },
    ...(element !== undefined && { logicalLocations: [{ name: element, kind: 'element' }] }),
  };
}

/** A relative path as a relative reference: SARIF wants `/` and percent encoding. */
function fileUri(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
