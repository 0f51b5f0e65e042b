import type { ListMode } from '../model.ts'

/** The label of a mode on the top line. */
export interface Tab {
  readonly mode: ListMode
  readonly label: string
}

/** The modes of the list in the order of their keys. */
const tabs: readonly Tab[] = [
  { mode: 'topics', label: '1 Topics' },
  { mode: 'notes', label: '2 Notes' },
  { mode: 'linked', label: '3 Linked' },
  { mode: 'tags', label: '4 Tags' },
  { mode: 'folders', label: '5 Folders' },
]

/**
 * The labels of the modes that have anything to list, with a blank before each; if they don't fit, the last ones lose their names, except
 * the current one.
 */
export function tabLabels(current: ListMode, modes: ReadonlySet<ListMode>, width: number): readonly Tab[] {
  const labels = tabs.filter(({ mode }) => mode === current || modes.has(mode))
  const needed = (): number => labels.reduce((sum, { label }) => sum + 1 + label.length, 0)
  for (let at = labels.length - 1; at >= 0 && needed() > width; at--) {
    const tab = labels[at]
    if (tab !== undefined && tab.mode !== current) labels[at] = { ...tab, label: tab.label.slice(0, 1) }
  }
  return labels
}

/** The mode whose label stands at a column of the top line. */
export function tabAt(column: number, labels: readonly Tab[]): ListMode | undefined {
  let start = 1
  for (const { mode, label } of labels) {
    if (column >= start && column < start + label.length) return mode
    start += label.length + 1
  }
  return undefined
}
