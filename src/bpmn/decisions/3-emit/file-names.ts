/** `a/risk.dmn` → name `risk.dmn`, base `risk`, stem `a/risk` */
export function decisionFileNames(file: string): {
  readonly name: string;
  readonly base: string;
  readonly stem: string;
} {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const base = name.replace(/(\.dmn|\.dmn11\.xml|\.dmn\.xml|\.xml)$/i, '') || name;
  return { name, base, stem: file.slice(0, file.length - name.length) + base };
}
