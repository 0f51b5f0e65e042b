/**
 * A table by name that knows no other names: what is looked up may come from a note, and every plain object has a `constructor` and a
 * `toString` that nobody put there.
 */
export function nameTable<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, entries)
}
