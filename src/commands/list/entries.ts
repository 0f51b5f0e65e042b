import type { RegistryEntry } from '../registry-entry.ts'

/** The commands that list what notes hold. */
export const listEntries: readonly RegistryEntry[] = [
  {
    name: 'schema',
    aliases: [],
    summary: 'List the keys of front matter',
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'tasks',
    aliases: [],
    summary: 'List the open tasks of all notes',
    load: async () => (await import('./tasks.ts')).tasks,
  },
]
