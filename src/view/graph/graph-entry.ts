import { inverse } from '../inverse.ts'

/** A neighbour of a note: whether it links to the note in the middle, is linked from it, or both. */
export interface GraphItem {
  readonly title: string
  readonly side?: 'in' | 'out' | 'both'
}

/** The neighbourhood of a note: its title, its neighbours, and which of them is selected; -1 for none. */
export interface GraphPicture {
  readonly title: string
  readonly items: readonly GraphItem[]
  readonly selected: number
}

/** The room for a picture, in columns and rows. */
export interface GraphRoom {
  readonly width: number
  readonly rows: number
}

/** A row of a picture, and the neighbours that a press of the mouse finds there: columns from 0, `end` exclusive. */
export interface GraphRow {
  readonly text: string
  readonly targets: readonly { readonly item: number; readonly start: number; readonly end: number }[]
}

/** A neighbour in a drawn graph, with its place among the neighbours. */
export interface GraphEntry {
  readonly item: GraphItem
  readonly index: number
}

/** Stands before what is selected, so that it is seen without colours too. */
export const selectedMark = '›'

/** A title of the graph after a blank, which holds the mark where the entry is selected. */
export function paintEntry(title: string, entry: GraphEntry | undefined, { selected }: GraphPicture): string {
  return entry !== undefined && entry.index === selected ? inverse(`${selectedMark}${title}`) : ` ${title}`
}
