import { type CompletionItem, type CompletionItemKind, InsertTextFormat } from 'vscode-languageserver/node'
import { neutralise } from '../../../view/neutralise.ts'
import type { Subject } from '../workspace.ts'

/** How many candidates are given at once; the client asks again as more is typed. */
export const most = 50

/** A place for a completion: the typed text, and the range that a choice replaces. */
export interface Spot {
  readonly subject: Subject
  readonly typed: string
  /** Offsets of the replaced range, which contains the cursor. */
  readonly start: number
  readonly end: number
}

/** What is offered for a place. */
export interface Choice {
  readonly label: string
  readonly newText: string
  readonly kind: CompletionItemKind
  readonly detail: string
  /** Markdown. */
  readonly about?: string
}

/** A choice as the protocol has it. */
export function item(spot: Spot, { label, newText, kind, detail, about }: Choice): CompletionItem {
  const { positions, text } = spot.subject
  const range = positions.range({ start: spot.start, end: spot.end })
  // Clients drop a choice whose filter text does not begin with what the range covers up to the cursor.
  const covered = text.slice(spot.start, spot.end)
  return {
    label: neutralise(label),
    kind,
    detail: neutralise(detail),
    filterText: covered === '' ? label : `${spot.typed} ${label}`,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText },
    ...(about === undefined || about === '' ? {} : { documentation: { kind: 'markdown', value: neutralise(about) } }),
  }
}
