/** Rows of one file together, files in the order of their first row. */
export function groupByPath<Row extends { readonly path: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.path)
    if (group === undefined) groups.set(row.path, [row])
    else group.push(row)
  }
  return groups
}
