import { neutralise } from '../../../view/neutralise.ts'
import type { BrowseState } from '../model.ts'

/** Text of a note as it may stand in a row: control characters made visible, line breaks and tabs as spaces. */
export function asRow(text: string): string {
  return neutralise(text).replace(/[\n\t]+/g, ' ')
}

/** A title or summary as it is read, its formulas in Unicode. */
export function shownName({ shown }: Pick<BrowseState, 'shown'>, text: string): string {
  return asRow(shown?.(text) ?? text)
}

/** A line of markdown as it is read: without markup, its formulas in Unicode. */
export function shownMarkdown({ shown }: Pick<BrowseState, 'shown'>, line: string): string {
  return asRow(shown?.(line, true) ?? line)
}
