import { dialects } from '../links/dialects.ts'
import type { BracketReader, LinkReader, StartReader } from '../links/dialect.ts'
import type { AnyMark, Beginning } from './marks/mark.ts'
import { marks } from './marks/marks.ts'
import { IDEOGRAPH, WORD_CLASSES } from './word-class.ts'

/** The tables of links and marks as the inline reader needs them: by the character they begin with. */
export interface Grammar {
  /** Of each UTF-16 unit its word class, or, above IDEOGRAPH, the index in `beginnings` counted from IDEOGRAPH + 1. */
  readonly classes: Uint8Array
  /** What may begin with a character, in the order of trying. */
  readonly beginnings: readonly (readonly Beginning[])[]
}

/** Characters of brackets, which the reader itself follows to their end. */
const BRACKETS = '[]!^'

let ofIndex: Grammar | undefined
let ofRenderers: Grammar | undefined

/** The grammar with all details that renderers and plain text want, or with no more than what is indexed. */
export function inlineGrammar(detail: boolean): Grammar {
  return detail ? (ofRenderers ??= makeGrammar(true)) : (ofIndex ??= makeGrammar(false))
}

function makeGrammar(detail: boolean): Grammar {
  const byCharacter = new Map<string, Beginning[]>([...BRACKETS].map((character) => [character, []]))
  const add = (character: string, beginning: Beginning): void => {
    byCharacter.set(character, [...(byCharacter.get(character) ?? []), beginning])
  }
  for (const { start, read } of startReaders) {
    add(start.charAt(0), { read: (source, at) => (source.text.startsWith(start, at) ? read(source, at) : undefined) })
  }
  for (const mark of Object.values<readonly AnyMark[]>(marks).flat()) {
    if (mark.detail && !detail) continue
    for (const character of mark.starts) add(character, mark)
  }
  const classes = WORD_CLASSES.slice()
  ;[...byCharacter.keys()].forEach((character, index) => {
    classes[character.charCodeAt(0)] = IDEOGRAPH + 1 + index
  })
  return { classes, beginnings: [...byCharacter.values()] }
}

const readers: readonly LinkReader[] = Object.values(dialects).flatMap((dialect) => dialect.readers)
const startReaders = readers.filter((reader): reader is StartReader => reader.start !== undefined)
const bracketReaders = readers.filter((reader): reader is BracketReader => reader.bracket !== undefined)

/** What `[text]` may be, in the order of trying. */
export const textBrackets: readonly BracketReader[] = bracketReaders.filter(({ bracket }) => bracket === 'text')

/** What `![text]` may be, in the order of trying. */
export const imageBrackets: readonly BracketReader[] = bracketReaders.filter(({ bracket }) => bracket === 'image')
