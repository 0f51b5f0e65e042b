import type { RegistryEntry } from './registry-entry.ts'
import { historyEntries } from './history/entries.ts'
import { listEntries } from './list/entries.ts'
import { regroupingCommands } from './write/regrouping-commands.ts'

/** All subcommands, in the order of the help. */
export const registry: readonly RegistryEntry[] = [
  {
    name: 'list',
    aliases: ['ls'],
    summary: 'List notes with title and summary',
    load: async () => (await import('./list/list.ts')).list,
  },
  {
    name: 'search',
    aliases: ['find'],
    summary: 'Find notes by concept, fuzzily',
    load: async () => (await import('./search/search.ts')).search,
  },
  {
    name: 'show',
    aliases: ['view', 'read'],
    summary: 'Show a note rendered in the terminal',
    load: async () => (await import('./show/show.ts')).show,
  },
  {
    name: 'open',
    aliases: ['edit'],
    summary: 'Open a note in your editor',
    load: async () => (await import('./show/open.ts')).open,
  },
  {
    name: 'links',
    aliases: [],
    summary: 'List the links of a note',
    load: async () => (await import('./links/links.ts')).links,
  },
  {
    name: 'backlinks',
    aliases: [],
    summary: 'List the links to a note',
    load: async () => (await import('./links/links.ts')).backlinks,
  },
  {
    name: 'related',
    aliases: [],
    summary: 'Find notes close to one that it is not linked with',
    load: async () => (await import('./links/related.ts')).related,
  },
  {
    name: 'mentions',
    aliases: [],
    summary: 'Find where notes name one without a link',
    load: async () => (await import('./links/related.ts')).mentions,
  },
  {
    name: 'context',
    aliases: [],
    summary: 'Gather notes and their neighbours within a budget of tokens',
    load: async () => (await import('./agents/context.ts')).context,
  },
  {
    name: 'mcp',
    aliases: [],
    summary: 'Serve the notes to agents (Model Context Protocol)',
    load: async () => (await import('./agents/mcp.ts')).mcp,
  },
  {
    name: 'lsp',
    aliases: [],
    summary: 'Serve the notes to an editor (Language Server Protocol)',
    load: async () => (await import('./editor/lsp.ts')).lsp,
  },
  {
    name: 'check',
    aliases: [],
    summary: 'Find broken links and other problems',
    load: async () => (await import('./check/check.ts')).check,
  },
  {
    name: 'topics',
    aliases: [],
    summary: 'List topics with their notes',
    load: async () => (await import('./list/groups.ts')).topics,
  },
  {
    name: 'tags',
    aliases: [],
    summary: 'List tags with their notes',
    load: async () => (await import('./list/groups.ts')).tags,
  },
  ...historyEntries,
  ...listEntries,
  {
    name: 'orphans',
    aliases: [],
    summary: 'List notes that no other note links to',
    load: async () => (await import('./list/orphans.ts')).orphans,
  },
  {
    name: 'stats',
    aliases: [],
    summary: 'Count notes, words, links and what is wrong with them',
    load: async () => (await import('./list/stats.ts')).stats,
  },
  {
    name: 'graph',
    aliases: [],
    summary: 'Export the graph of links',
    load: async () => (await import('./links/graph.ts')).graph,
  },
  {
    name: 'index',
    aliases: [],
    summary: 'Make an index page of the vault',
    load: async () => (await import('./list/index-page.ts')).indexPage,
  },
  {
    name: 'serve',
    aliases: [],
    summary: 'Serve the vault as a web site that follows its notes',
    load: async () => (await import('./web/serve.ts')).serve,
  },
  {
    name: 'publish',
    aliases: [],
    summary: 'Write the vault as a web site',
    load: async () => (await import('./web/publish.ts')).publish,
  },
  {
    name: 'export',
    aliases: [],
    summary: 'Write a note as one file: HTML, markdown or text',
    load: async () => (await import('./export/export.ts')).exportNote,
  },
  {
    name: 'browse',
    aliases: [],
    summary: 'Read and wander on the whole screen',
    load: async () => (await import('./wander/browse.ts')).browse,
  },
  {
    name: 'wander',
    aliases: [],
    summary: 'Walk from note to note along the links',
    load: async () => (await import('./wander/wander.ts')).wander,
  },
  {
    name: 'path',
    aliases: [],
    summary: 'Show the shortest chain of links between two notes',
    load: async () => (await import('./links/path.ts')).path,
  },
  {
    name: 'learn',
    aliases: [],
    summary: 'List what to read before a note, in order',
    load: async () => (await import('./wander/learn.ts')).learn,
  },
  {
    name: 'random',
    aliases: [],
    summary: 'Pick a note by chance',
    load: async () => (await import('./wander/random.ts')).random,
  },
  {
    name: 'today',
    aliases: [],
    summary: 'Show the note of the day',
    load: async () => (await import('./wander/today.ts')).today,
  },
  {
    name: 'daily',
    aliases: [],
    summary: 'Open the note of a day, week or month, made the first time',
    load: async () => (await import('./write/daily.ts')).daily,
  },
  {
    name: 'add',
    aliases: ['capture'],
    summary: 'Keep a thought in the inbox or the note of the day',
    load: async () => (await import('./write/add.ts')).add,
  },
  {
    name: 'append',
    aliases: [],
    summary: 'Put text at the end of a note or section',
    load: async () => (await import('./write/append.ts')).append,
  },
  {
    name: 'prepend',
    aliases: [],
    summary: 'Put text at the start of a note or section',
    load: async () => (await import('./write/append.ts')).prepend,
  },
  ...regroupingCommands,
  { name: 'new', aliases: [], summary: 'Create a note', load: async () => (await import('./change/new.ts')).newNote },
  {
    name: 'mv',
    aliases: ['rename'],
    summary: 'Rename a note, folder or heading and rewrite its links',
    load: async () => (await import('./change/mv.ts')).mv,
  },
  {
    name: 'set',
    aliases: [],
    summary: 'Set front matter keys of a note',
    load: async () => (await import('./change/set.ts')).set,
  },
  {
    name: 'unset',
    aliases: [],
    summary: 'Remove front matter keys of a note',
    load: async () => (await import('./change/set.ts')).unset,
  },
  {
    name: 'alias',
    aliases: [],
    summary: 'Give a note another name, or take it away',
    load: async () => (await import('./change/alias.ts')).alias,
  },
  {
    name: 'tag',
    aliases: [],
    summary: 'Rename a tag in all notes, or tag one',
    load: async () => (await import('./change/tag.ts')).tag,
  },
  {
    name: 'link',
    aliases: [],
    summary: 'Find names of notes in the text that could be links',
    load: async () => (await import('./links/link.ts')).link,
  },
  {
    name: 'rm',
    aliases: ['remove'],
    summary: "Put notes in the vault's trash",
    load: async () => (await import('./change/rm.ts')).rm,
  },
  {
    name: 'undo',
    aliases: [],
    summary: 'Take back the last change of notes',
    load: async () => (await import('./change/undo.ts')).undo,
  },
  {
    name: 'redo',
    aliases: [],
    summary: 'Do again what was undone',
    load: async () => (await import('./change/undo.ts')).redo,
  },
  {
    name: 'trash',
    aliases: [],
    summary: 'List, restore or empty the trash of the vault',
    load: async () => (await import('./change/trash.ts')).trash,
  },
  {
    name: 'init',
    aliases: [],
    summary: 'Make a folder a vault, with a configuration to edit',
    load: async () => (await import('./vault/init.ts')).init,
  },
  {
    name: 'vaults',
    aliases: [],
    summary: 'List the vaults that your configuration names',
    load: async () => (await import('./vault/vaults.ts')).vaults,
  },
  {
    name: 'config',
    aliases: [],
    summary: 'Show and change settings, and where each comes from',
    load: async () => (await import('./config/config.ts')).config,
  },
  {
    name: 'doctor',
    aliases: [],
    summary: 'Say what wend sees, for reports of bugs',
    load: async () => (await import('./doctor/doctor.ts')).doctor,
  },
  {
    name: 'completion',
    aliases: [],
    summary: 'Print a completion script for your shell',
    load: async () => (await import('./completion/completion.ts')).completion,
  },
]

/** The entry a name or alias stands for. */
export function findCommand(name: string): RegistryEntry | undefined {
  return registry.find((entry) => entry.name === name || entry.aliases.includes(name))
}
