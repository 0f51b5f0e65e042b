/** A word that may come next, and what it is. */
export interface Completion {
  readonly word: string
  readonly about?: string
}

/** What may come next, and what the shell knows better: files, folders or commands. */
export interface Candidates {
  readonly words: readonly Completion[]
  readonly shell?: 'files' | 'folders' | 'commands'
}
