/**
 * Splits a command line such as `code --wait "a b"` into words: quotes group, a backslash makes the next character literal (POSIX shell,
 * without expansions).
 */
export function splitCommand(line: string): readonly string[] {
  const words: string[] = []
  const pattern = /\s*((?:[^\s"'\\]+|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+)/gsy
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) words.push(unquote(match[1] ?? ''))
  return words
}

function unquote(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_all, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  )
}
