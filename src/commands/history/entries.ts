import type { RegistryEntry } from '../registry-entry.ts'

/** The commands that ask git about notes. */
export const historyEntries: readonly RegistryEntry[] = [
  {
    name: 'history',
    aliases: [],
    summary: 'List the commits of a note and what each changed in it',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'diff',
    aliases: [],
    summary: 'Show how a note differs from what git has of it',
    load: async () => (await import('./diff.ts')).diff,
  },
]
