import { isNoteFile } from '../../model/note-path.ts'
import { foldName } from '../../vault/fold.ts'
import { percentDecode } from '../../model/percent-decode.ts'

/**
 * The form in which two names are surely the same: regardless of case, Unicode form, percent-encoding, the extension of notes, blanks,
 * hyphens, underscores, and punctuation inside a name. Signs that join or separate digits stay (`1.5`, `2024-01-02`), and so do those that
 * alone tell names apart (`C`, `C++`, `C#`, `.NET`, `Who?`). Empty for names without letters and digits.
 */
export function nameKey(name: string): string {
  if (plain.test(name)) return name.replace(/[ -]/g, '')
  const decoded = percentDecode(name)
  const stem = isNoteFile(decoded) ? decoded.slice(0, decoded.lastIndexOf('.')) : decoded
  const folded = foldName(stem)
    .replace(/[\s_]+/g, ' ')
    .trim()
  if (plain.test(folded)) return folded.replace(/[ -]/g, '')
  if (!/[\p{L}\p{N}]/u.test(folded)) return ''
  return withoutPunctuation(folded)
    .replace(/(?<=\p{N})[\s-]+(?=\p{N})/gu, '\u0000')
    .replace(/(?<![\p{L}\p{M}\p{N}\u0000])-(?=\p{N})/gu, '\u2212')
    .replace(/[\s-]+/g, '')
    .replaceAll('\u0000', ' ')
}

/** Words of ASCII letters with at most one number behind them: most names, which need no further work. */
const plain = /^[a-z]+(?:[ -][a-z]+)*(?:[ -]?[0-9]+)?$/

/** A name without the punctuation that stands inside it next to letters; short names stay as they are. */
function withoutPunctuation(name: string): string {
  const cut = name
    .replace(/(?<=[\p{L}\p{M}])['’‘`´](?=[\p{L}\p{M}\s]|$)/gu, '')
    .replace(/["“”„«»()]|(?<=[\p{L}\p{M}\p{N}])[,;:](?=\s)|(?<=\s)[–—](?=\s)|…$/gu, ' ')
    .replace(/(?<=[\p{L}\p{M}])[–—,;:](?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}])\.(?=[\s\p{L}]|$)/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return (cut.match(/\p{L}/gu)?.length ?? 0) >= 3 ? cut : name
}
