/** How a word of the query leads to words of the vault. */
export type Way =
  'same' | 'beginning' | 'typo' | 'spelling' | 'joined' | 'parted' | 'compound' | 'synonym' | 'short-form'

/** Words of the vault that stand for a word of the query; a note has to hold all of `terms`. */
export interface Alternative {
  readonly terms: readonly string[]
  /** How much of a match it is worth, 0 to 1. */
  readonly weight: number
  /** How near it is to the word asked for; given when `weight` is higher than that because the vault has nothing nearer. */
  readonly likeness?: number
  readonly way: Way
  /** The words of the vault, for people. */
  readonly as: string
}
