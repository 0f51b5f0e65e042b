import { displayWidth } from '../display-width.ts'
import { shownTold, type WriteFormula } from '../shown-line.ts'
import { wrapText } from '../wrap-text.ts'

/** The lines that offer at most nine notes by their number: titles as they are read, what is too long broken at words below its title. */
export function choicesText(
  notes: readonly { readonly title: string; readonly path: string }[],
  { width, formula }: { readonly width: number; readonly formula: WriteFormula },
): string[] {
  return notes.flatMap(({ title, path }, at) => {
    const name = shownTold(title, formula)
    const line = `${name}  (${path})`
    const room = width - 5
    const lines = displayWidth(line) <= room ? [line] : [...wrapText(name, room), ...wrapText(`(${path})`, room)]
    return lines.map((one, index) => `${index === 0 ? `  ${at + 1}  ` : '     '}${one}`)
  })
}
