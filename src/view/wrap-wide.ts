import { displayWidth } from './display-width.ts'

/** The characters of Chinese and Japanese, between which lines end, as in a class of a regular expression. */
export const wideCharacters = '\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60'

/** Characters that may not begin a line (JIS X 4051): closing brackets, punctuation, small kana, repetition marks. */
const closing =
  '\\u3001\\u3002\\uff0c\\uff0e\\uff1a\\uff1b\\uff01\\uff1f\\u3009\\u300b\\u300d\\u300f\\u3011\\u3015\\uff09\\uff3d\\uff5d)\\]' +
  '\\u30fb\\u30fc\\u3005\\u309d\\u309e\\u30fd\\u30feぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ'
/** Characters that may not end a line. */
const opening = '\\u3008\\u300a\\u300c\\u300e\\u3010\\u3014\\uff08\\uff3b\\uff5b'

/** A pattern for a wide character with the characters that must stay on its line. */
export const widePiece = `[${opening}]*[${wideCharacters}][${closing}]*`

const anyWide = new RegExp(`[${wideCharacters}]`)
const pieceOfWord = new RegExp(`${widePiece}|[^${wideCharacters}]+`, 'g')

/** Text of any width, wrapped as `wrapText` says; `cut` parts a word that is wider than the room. */
export function wrapWide(text: string, room: number, cut: Cut): readonly string[] {
  const page: Page = { room, cut, lines: [], line: '', taken: 0 }
  for (const word of text.split(/\s+/)) {
    const pieces = anyWide.test(word) ? (word.match(pieceOfWord) ?? []) : [word]
    for (const [at, piece] of pieces.entries()) if (piece !== '') addPiece(page, piece, at === 0)
  }
  if (page.line !== '') page.lines.push(page.line)
  return page.lines
}

type Cut = (word: string, width: number) => readonly string[]

/** Lines as they are filled. */
interface Page {
  readonly cut: Cut
  readonly room: number
  readonly lines: string[]
  line: string
  taken: number
}

/** Adds a piece of a word, on the next line where it does not fit on this one. */
function addPiece(page: Page, piece: string, startsWord: boolean): void {
  const columns = displayWidth(piece)
  const gap = startsWord && page.line !== '' ? 1 : 0
  if (page.line !== '' && page.taken + gap + columns <= page.room) {
    page.line += (gap === 1 ? ' ' : '') + piece
    page.taken += gap + columns
    return
  }
  if (page.line !== '') page.lines.push(page.line)
  const parts = columns <= page.room ? [piece] : page.cut(piece, page.room)
  page.lines.push(...parts.slice(0, -1))
  page.line = parts.at(-1) ?? ''
  page.taken = displayWidth(page.line)
}
