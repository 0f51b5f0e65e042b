import type { RegistryEntry } from '../registry-entry.ts'

/** The commands that take notes apart and put them together. */
export const regroupingCommands: readonly RegistryEntry[] = [
  {
    name: 'extract',
    aliases: [],
    summary: 'Make a section of a note a note of its own',
    load: async () => (await import('./extract.ts')).extract,
  },
  {
    name: 'inline',
    aliases: [],
    summary: 'Put a note into the one that links to it',
    load: async () => (await import('./join.ts')).inline,
  },
  {
    name: 'split',
    aliases: [],
    summary: 'Make the sections of a note notes',
    load: async () => (await import('./split.ts')).split,
  },
  {
    name: 'merge',
    aliases: [],
    summary: 'Put a note at the end of another',
    load: async () => (await import('./join.ts')).merge,
  },
]
