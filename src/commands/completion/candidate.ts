/** A word that may come next, and what it is. */
export interface Candidate {
  readonly word: string
  readonly about?: string
}

/** The possible next words, and what the shell completes itself: files, folders or commands. */
export interface Candidates {
  readonly words: readonly Candidate[]
  readonly shell?: 'files' | 'folders' | 'commands'
}
