/** What we use of libraries that come without types of their own. */

declare module 'saxen' {
  export interface ElementView {
    /** With the prefix that `ns()` gives to the namespace. */
    readonly name: string;
    /** As it stands in the file. */
    readonly originalName: string;
    /** Raw values; false if they could not be read at all. */
    readonly attrs: Readonly<Record<string, string>> | false;
    /** Prefix in the file → prefix by `ns()`, and `<prefix>$uri` → namespace. */
    readonly ns: Readonly<Record<string, string | undefined>>;
  }

  export class Parser {
    constructor(options: { readonly proxy: true });
    /** Namespace → prefix. */
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(
      event: 'openTag',
      listener: (element: ElementView, decode: unknown, selfClosing: boolean) => void,
    ): this;
    on(
      event: 'closeTag',
      listener: (element: ElementView, decode: unknown, selfClosing: boolean) => void,
    ): this;
    on(
      event: 'text' | 'cdata' | 'comment' | 'attention' | 'question',
      listener: (text: string) => void,
    ): this;
    on(event: 'error' | 'warn', listener: (problem: Error) => void): this;
    stop(): void;
    parse(xml: string): Error | null;
  }
}

declare module 'bpmn-moddle' {
  export interface PropertyDescriptor {
    readonly ns: { readonly name: string; readonly localName: string };
    readonly type: string;
    readonly isMany?: boolean;
    readonly isAttr?: boolean;
    readonly isBody?: boolean;
    readonly isReference?: boolean;
    readonly isVirtual?: boolean;
    readonly default?: string | number | boolean;
    /** `serialize`: attribute that names the element's actual type (`xsi:type`). */
    readonly xml?: { readonly serialize?: string };
  }

  export interface TypeDescriptor {
    readonly name: string;
    readonly properties: readonly PropertyDescriptor[];
    readonly propertiesByName: Readonly<Record<string, PropertyDescriptor | undefined>>;
    readonly allTypesByName: Readonly<Record<string, unknown>>;
    readonly bodyProperty?: PropertyDescriptor;
  }

  export interface Package {
    readonly prefix: string;
    readonly uri: string;
    readonly types: readonly { readonly name: string }[];
    readonly xml?: { readonly tagAlias?: 'lowerCase'; readonly typePrefix?: string };
    readonly enumerations?: readonly {
      readonly name: string;
      readonly literalValues: readonly { readonly name: string }[];
    }[];
  }

  export interface Moddle {
    /** Throws for a name that no package knows. */
    getType(name: string): { readonly $descriptor: TypeDescriptor };
    getPackages(): readonly Package[];
    /** Reads laxly: what it cannot read it leaves out. */
    fromXML(xml: string): Promise<{ readonly rootElement: object }>;
  }

  export const BpmnModdle: new () => Moddle;
}

declare module 'dmn-moddle' {
  export const DmnModdle: new () => import('bpmn-moddle').Moddle;
}
