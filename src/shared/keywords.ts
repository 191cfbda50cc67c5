/** Words of TypeScript's that nothing can be called by, or that would be misread as a name. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `
    abstract any arguments as async await boolean break case catch class const continue debugger
    default delete do else enum eval export extends false finally for function if implements import
    in instanceof interface let new null number object of package private protected public return
    static string super switch symbol this throw true try type typeof undefined unknown var void
    while with yield
  `.match(/\w+/g),
);

/** Whether nothing can be declared by this name. */
export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}
