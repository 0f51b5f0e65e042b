import type { Note } from '../../model/note.ts'
import type { BlockToken } from '../../parse/blocks/block-token.ts'
import { type BlockWords, deepestBlocks, withBlockWords } from '../../parse/dialects/block-words.ts'
import { DocumentReader } from '../../parse/document-reader.ts'
import type { InlineToken } from '../../parse/inlines/inline-token.ts'
import { toldLine } from '../../parse/plain-text.ts'
import { cutWords } from '../../parse/prose/summarize.ts'
import { readDocument } from '../../parse/read-document.ts'
import type { Vault } from '../../vault/vault.ts'
import { sectionOf } from './section-of.ts'

/** How many characters of a block are shown in place of a link to it. */
const longest = 300

/** The text of the blocks of a Logseq vault, each on one line; `textOf` reads a note. Undefined for all other vaults. */
export function blockWords(vault: Vault, textOf: (path: string) => string): BlockWords | undefined {
  if (vault.notes[0]?.dialects?.syntax.includes('logseq') !== true) return undefined
  const documents = new DocumentReader('')
  const known = new Map<string, string | undefined>()
  const wordsOf = (id: string, within: readonly string[]): string | undefined => {
    if (within.includes(id)) return '…'
    if (known.has(id)) return known.get(id)
    const [path] = vault.index.homes.ofBlock(id)
    const note = path === undefined ? undefined : vault.note(path)
    if (note === undefined || within.length > deepestBlocks || documents.isFullFor(note)) return undefined
    const tokens = firstWords(note, sectionOf(note, textOf(note.path), `^${id}`, documents.read) ?? '')
    const said = tokens && toldLine(withBlockWords(tokens, (inner) => wordsOf(inner, [...within, id])))
    const words = said === undefined || said === '' ? undefined : cutWords(said, longest)
    if (within.length === 0) known.set(id, words)
    return words
  }
  return (id) => wordsOf(id, [])
}

/** A function that puts the text of blocks into sentences in place of links; undefined when there are none. */
export function blocksInSentences(
  wordsOf: BlockWords | undefined,
): ((tokens: readonly InlineToken[]) => readonly InlineToken[]) | undefined {
  return wordsOf && ((tokens) => withBlockWords(tokens, wordsOf))
}

/** The text of a block's first paragraph or heading; undefined for a block that begins with anything else. */
function firstWords({ dialects }: Note, markdown: string): readonly InlineToken[] | undefined {
  let first: BlockToken | undefined = readDocument(markdown, { bodyStart: 0, dialects })[0]
  while (first?.type === 'list' || first?.type === 'quote')
    first = first.type === 'list' ? first.items[0]?.children[0] : first.children[0]
  return first?.type === 'paragraph' || first?.type === 'heading' ? first.children : undefined
}
