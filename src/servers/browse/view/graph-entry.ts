import { inverse } from './inverse.ts'
import type { Panel, PanelItem } from '../model.ts'
import { selectedMark } from './view-list.ts'

/** A neighbour in a drawn graph, with its place among the entries of the panel. */
export interface GraphEntry {
  readonly item: PanelItem
  readonly index: number
}

/** A title of the graph after a blank, which holds the mark where the entry is selected. */
export function paintEntry(title: string, entry: GraphEntry | undefined, { selected }: Panel): string {
  return entry !== undefined && entry.index === selected ? inverse(`${selectedMark}${title}`) : ` ${title}`
}
