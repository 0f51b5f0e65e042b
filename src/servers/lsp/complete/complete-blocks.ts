import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import type { Note } from '../../../core/model/note.ts'
import { namelessBlocks } from '../../../core/plan/write/name-block.ts'
import { foldName } from '../../../core/vault/fold.ts'
import { truncate } from '../../../view/wrap-text.ts'
import { item, type Spot } from './completion-item.ts'
import { lineStart } from '../../../core/model/line-ends.ts'

/**
 * The blocks of a note after `[[note#^`: those with an id, then paragraphs without one, by their text. A chosen paragraph gets an id: in
 * the same note with the completion, in another by a command sent by the client.
 */
export function blockItems(spot: Spot, target: Note, close: string): readonly CompletionItem[] {
  const { home, note, positions } = spot.subject
  const text = home.textOf(target.path)
  const asked = foldName(spot.typed.slice(1))
  const choice = (id: string, label: string, detail: string): CompletionItem =>
    item(spot, { label, newText: `^${id}${close}`, kind: CompletionItemKind.Reference, detail })
  const named = target.blocks
    .filter(({ id }) => foldName(id).startsWith(asked))
    .map(({ id, span }) => choice(id, `^${id}`, text.slice(lineStart(text, span.start), span.start).trim()))
  const fileUri = pathToFileURL(join(home.root, target.path)).href
  const isHere = target.path === note.path
  const nameless = namelessBlocks(target, text)
    .filter((block) => foldName(block.text).includes(asked))
    .filter(({ span }) => !isHere || spot.start < span.start || spot.start > span.end)
    .map(({ id, text: said, span }): CompletionItem => {
      const label = truncate(said, widest)
      const range = positions.range({ start: span.end, end: span.end })
      const naming = isHere
        ? { additionalTextEdits: [{ range, newText: ` ^${id}` }] }
        : {
            command: {
              title: `name it ^${id}`,
              command: 'wend.nameBlock',
              arguments: [{ uri: fileUri, note: target.path, id }],
            },
          }
      return { ...choice(id, label, `gets the id ^${id}`), ...naming }
    })
  return [...named, ...nameless]
}

/** The width of the part of a paragraph that is shown, in columns. */
const widest = 80
