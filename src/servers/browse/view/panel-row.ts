/** Where an entry of a panel stands in a row: columns from 0, `end` exclusive. */
export interface PanelTarget {
  readonly item: number
  readonly start: number
  readonly end: number
}

/** A row of a panel, and the entries that a press of the mouse finds there. */
export interface PanelRow {
  readonly text: string
  readonly targets: readonly PanelTarget[]
}
