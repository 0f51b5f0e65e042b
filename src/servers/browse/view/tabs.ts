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
]

/** The labels on the top line, one blank before each; where they do not all fit, only the present mode has its name. */
export function tabLabels(current: ListMode, width: number): readonly Tab[] {
  const needed = tabs.reduce((sum, { label }) => sum + 1 + label.length, 0)
  if (needed <= width) return tabs
  return tabs.map((tab) => (tab.mode === current ? tab : { ...tab, label: tab.label.slice(0, 1) }))
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
