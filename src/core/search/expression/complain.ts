import { fail } from '../../model/failure.ts'

/** Fails with a usage message, the text and a mark below the column (from 1, UTF-16 units). */
export function complain(
  { text, called }: { readonly text: string; readonly called: string },
  column: number,
  message: string,
): never {
  const from = Math.max(0, column - 40)
  const shown = text.slice(from, from + 70).replace(/\s/g, ' ')
  const before = shown.slice(0, column - 1 - from).replace(wide, '\u3000')
  return fail({
    kind: 'usage',
    message,
    lines: [shown, `${before.replace(/[^\u3000]/g, ' ')}^`],
    hint: `column ${column} of ${called}`,
  })
}

/** Characters that take two columns of a terminal, as an ideographic space does. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g
