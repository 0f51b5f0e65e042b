/** The rows that are new or other than before, then, for each path that is gone, a row that says so. */
export function changedRows(before: readonly object[], now: readonly object[]): readonly object[] {
  const [known, kept] = [rowsByPath(before), rowsByPath(now)]
  const fresh = [...kept].flatMap(([path, row]) =>
    JSON.stringify(known.get(path)) === JSON.stringify(row) ? [] : [row],
  )
  const gone = [...known.keys()].filter((path) => !kept.has(path)).map((path) => ({ path, removed: true }))
  return [...fresh, ...gone]
}

function rowsByPath(rows: readonly object[]): ReadonlyMap<string, object> {
  return new Map(rows.map((row) => ['path' in row && typeof row.path === 'string' ? row.path : '', row]))
}
