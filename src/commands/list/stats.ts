import { statsOf } from '../../core/query/lists/stats.ts'
import type { Command } from '../command.ts'

/** `wend stats`: figures of the vault. */
export const stats: Command = {
  arguments: [],
  options: [],
  examples: [
    ['wend stats', 'notes, words, links, broken links, orphans, hubs'],
    ['wend stats --json', 'the same for programs'],
    ["wend stats --format '{{broken}}'", 'one figure'],
  ],
  saysVault: true,
  reports: ['stats'],
  run: async (context) => ({ report: { kind: 'stats', stats: statsOf(await context.vault()) } }),
}
