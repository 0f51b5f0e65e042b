import { nameTable } from '../../model/name-table.ts'

/** What a character of text mode is in TeX that every renderer reads: there `_ ^ & # %` are no commands. */
const escapes: Readonly<Record<string, string>> = nameTable({
  _: '\\_',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
})

/** The argument of `\text` as its author meant it: `model_dim` holds an underscore. What stands between dollars is a formula. */
export function textArgument(text: string): string {
  let written = ''
  for (const [piece] of text.matchAll(/\\[^]?|\$[^$]*\$|[_^&#%]|[^\\$_^&#%]+|\$/g)) written += escapes[piece] ?? piece
  return written
}

/** Source shown as it is written: TeX that prints every one of its characters. */
export function asTyped(source: string): string {
  const typed = source
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\{}$~_^&#%]/g, (character) => sourceEscapes[character] ?? character)
  return `\\text{${typed}}`
}

const sourceEscapes: Readonly<Record<string, string>> = nameTable({
  ...escapes,
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '~': '\\textasciitilde{}',
})
