/** Names that come from the path of a diagram. */
export interface FileNames {
  readonly name: string;
  readonly base: string;
  readonly stem: string;
}

/** `a/order.bpmn` → name `order.bpmn`, base `order`, stem `a/order` */
export function fileNames(file: string): FileNames {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const base = name.replace(/(\.bpmn|\.bpmn20\.xml|\.bpmn2|\.xml)$/i, '') || name;
  return { name, base, stem: file.slice(0, file.length - name.length) + base };
}
