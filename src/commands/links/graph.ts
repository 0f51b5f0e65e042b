import { clustersOf } from '../../core/query/graph/clusters.ts'
import { isCanvasFile, toNotePath } from '../../core/model/note-path.ts'
import { graphOf } from '../../core/query/graph/graph.ts'
import type { Command } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'

/** `wend graph`: notes and links as a graph. */
export const graph: Command = {
  arguments: [{ name: '[note]', description: 'only what is near this note', completes: 'note' }],
  options: [{ flags: '--depth <count>', description: 'how many links away from the note (default 1)' }],
  examples: [
    ['wend graph', 'the clusters of the vault and their hubs'],
    ['wend graph attention', 'what links to a note, and what it links to'],
    ['wend graph --format dot | dot -Tsvg > vault.svg', 'draw the whole vault'],
    ['wend graph attention --depth 2 --format mermaid', 'the neighbourhood of a note'],
  ],
  reports: ['graph'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const vault = await context.vault()
    const depth = options.count('depth') ?? 1
    const [query] = args
    const canvas = query !== undefined && isCanvasFile(query) ? vault.document(toNotePath(query) ?? '') : undefined
    const note = query === undefined ? undefined : (canvas ?? (await requireTarget(context, query, messages)).note)
    const around = note && { path: note.path, depth }
    const found = graphOf(vault, around)
    const isText = !options.flag('json') && (options.text('format') ?? 'text') === 'text'
    const clusters = isText && around === undefined ? { clusters: clustersOf(found.edges) } : {}
    return { report: { kind: 'graph', ...found, ...clusters }, messages }
  },
}
