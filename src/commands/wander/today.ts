import { fail } from '../../core/model/failure.ts'
import { noteOfTheDay, type ShownDays } from '../../core/query/graph/note-of-the-day.ts'
import { notesReport } from '../../core/query/lists/note-row.ts'
import type { Command, Context } from '../command.ts'
import { isoDay } from '../arguments/read-date.ts'
import { showWhole } from '../show/show-whole.ts'

/** `wend today`: the note of the day. */
export const today: Command = {
  arguments: [],
  options: [{ flags: '--read', description: 'show the whole note, as wend show does' }],
  examples: [
    ['wend today', 'one note a day, least recently shown first'],
    ['wend today --read', 'read it'],
    ['wend daily', "another thing: today's page of your journal, to write in"],
    ['wend today --format paths', 'just its path, for other programs'],
  ],
  reports: ['notes', 'note'],
  run: async (context, _args, options) => {
    const vault = await context.vault()
    const day = isoDay(context.now())
    const shown = readShown(await context.readState('today'))
    const note = noteOfTheDay(vault.notes, shown, day)
    if (note === undefined) return fail({ kind: 'refused', message: `no notes in ${context.vaultChoice().root}` })
    const messages = await remember(context, shown, note.path, day)
    if (!options.flag('read')) return { report: notesReport(vault, [note]), messages }
    const outcome = await showWhole(context, note.path)
    return { ...outcome, messages: [...messages, ...(outcome.messages ?? [])] }
  },
}

async function remember(context: Context, shown: ShownDays, path: string, day: string): Promise<readonly string[]> {
  const before = Object.hasOwn(shown, path) ? shown[path] : undefined
  const last = before === undefined || before === day ? [] : [`last shown on ${before}`]
  if (before === day) return last
  const problem = await context.writeState('today', { shown: { ...shown, [path]: day } })
  return problem === undefined ? last : [...last, `cannot remember the note of the day: ${problem}`]
}

/** The stored state, checked for its form. */
function readShown(state: unknown): ShownDays {
  if (typeof state !== 'object' || state === null || !('shown' in state)) return {}
  const { shown } = state
  if (typeof shown !== 'object' || shown === null) return {}
  return Object.fromEntries(
    Object.entries(shown).filter((entry): entry is [string, string] => /^\d{4}-\d\d-\d\d$/.test(String(entry[1]))),
  )
}
