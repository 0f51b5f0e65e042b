/** Fills `{{field}}` and `{{nested.field}}` of a template from a row; lists are joined with `, `; `\t` and `\n` are tab and line feed. */
export function fillRowTemplate(template: string, row: object): string {
  const text = template.replace(
    /\\([tn0\\])/g,
    (_all, letter: string) => ({ t: '\t', n: '\n', 0: '\0', '\\': '\\' })[letter] ?? letter,
  )
  return text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_all, path: string) => show(read(row, path)))
}

/** The names in a template that rows do not have. */
export function unknownFields(template: string, known: readonly string[]): readonly string[] {
  const names = [...template.matchAll(/\{\{\s*([\w-]+)[\w.-]*\s*\}\}/g)].map((match) => match[1] ?? '')
  return names.filter((name) => !known.includes(name))
}

function read(row: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      row,
    )
}

function show(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(show).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
