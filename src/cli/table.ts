/** Lines of a table, from its heads and rows. Columns that are empty in all rows are left out. */
export function table([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const columns = heads
    .map((head, i) => [head, ...rows.map((row) => row[i] ?? '')])
    .filter((column) => column.slice(1).some((cell) => cell !== ''));
  const padded = columns.map((column) => {
    const width = Math.max(...column.map((cell) => cell.length));
    return column.map((cell) => cell.padEnd(width));
  });
  return [heads, ...rows]
    .map((_, i) =>
      padded
        .map((column) => column[i])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
