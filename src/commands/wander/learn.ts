import { readingOrder } from '../../core/query/graph/reading-order.ts'
import type { Command } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'

/** `wend learn`: what to read first. */
export const learn: Command = {
  arguments: [{ name: '<note>', description: 'the note to understand', completes: 'note' }],
  options: [
    { flags: '--depth <count>', description: 'how many steps of prerequisites to go back (default 2)' },
    { flags: '--why', description: 'say for each note why it comes before' },
    { flags: '--max <count>', description: 'at most so many notes before it (default 8)' },
  ],
  examples: [
    ['wend learn "Flash Attention"', 'what to read before it, in order'],
    ['wend learn ppo --depth 1 --why', 'only what it builds on directly, with the reasons'],
    ["wend learn ppo --format '{{title}}'", 'just the titles, in order'],
  ],
  reports: ['reading'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const { note } = await requireTarget(context, args[0] ?? '', messages)
    const order = readingOrder(await context.vault(), note, {
      depth: options.count('depth', 1) ?? 2,
      max: options.count('max', 1) ?? 8,
    })
    const steps = order.map(({ note: { path, title, summary }, depth, inferred, reasons }) => ({
      path,
      title,
      ...(summary === undefined ? {} : { summary }),
      depth,
      inferred,
      reasons,
    }))
    if (steps.length === 1) messages.push(`nothing to read first: ${note.title} builds on no other note`)
    if (steps.some(({ inferred }) => inferred))
      messages.push('inferred from the links; state it with "prerequisites:" in a note\'s front matter')
    return { report: { kind: 'reading', of: note.path, steps, withReasons: options.flag('why') }, messages }
  },
}
