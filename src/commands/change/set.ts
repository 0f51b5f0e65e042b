import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { editFrontMatters, notesInTitle } from '../../core/plan/front-matter/edit-front-matter.ts'
import { readProperty } from '../../core/plan/front-matter/read-property.ts'
import { setProperty, unsetProperty } from '../../core/plan/front-matter/set-property.ts'
import { textBody } from '../../core/plan/text/text-body.ts'
import { agreeOnCount, bulkNotes, bulkOptions, isBulk } from './bulk-notes.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command, Context } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { requireExactNote } from '../arguments/require-note.ts'

const noteArgument = {
  name: '[note]',
  description: 'path, title, alias or file name; none with --where',
  completes: 'note',
} as const

/** `wend set`: sets front matter keys in place. */
export const set: Command = {
  arguments: [
    noteArgument,
    {
      name: '[values...]',
      description: 'key=value; tags, topics, aliases and other lists as key=a,b',
      completes: 'assignment',
    },
  ],
  options: [...bulkOptions, forceUnreadableOption, dryRunOption],
  examples: [
    ['wend set bm25 status=done', 'sets a key; all else in the note stays as it is'],
    ['wend set bm25 topics=ranking,retrieval rating=5', 'a list and a number'],
    ['wend set bm25 title="Okapi BM25"', 'a title; links by the old one follow'],
    ['wend set --where status=draft status=done --expect 12', 'in all notes that fit, if they are twelve'],
  ],
  reports: ['changes'],
  run: async (context, args, options) => {
    const words = readWords(args, options, { verb: 'set', needs: 'key=value, such as status=done' })
    for (const word of words) readProperty(word, {})
    const agreed = await agreeOnCount(context, options, `set ${words.join(', ')}`)
    return runPlan(context, options, async (source) => {
      const notes = await targetsOf(context, args, options, agreed)
      const title = `set ${words.map((word) => readProperty(word, {}).key).join(', ')} of ${notesInTitle(notes)}`
      return editFrontMatters(source, notes, title, (start, note) =>
        words
          .map((word) => readProperty(word, note.metadata))
          .reduce((text, { key, value }) => setProperty(textBody(start, text), key, value), start.text),
      )
    })
  },
}

/** `wend unset`: removes front matter keys. */
export const unset: Command = {
  arguments: [noteArgument, { name: '[keys...]', description: 'front matter keys', completes: 'property' }],
  options: [...bulkOptions, forceUnreadableOption, dryRunOption],
  examples: [
    ['wend unset bm25 status', 'removes a key; all else in the note stays as it is'],
    ['wend unset bm25 status rating', 'removes several'],
    ['wend unset bm25 status --dry-run', 'shows the diff'],
    ['wend unset --where "status=done AND due" due --expect 3', 'in all notes that fit, if they are three'],
  ],
  reports: ['changes'],
  run: async (context, args, options) => {
    const keys = readWords(args, options, { verb: 'unset', needs: 'the key to remove' })
    const agreed = await agreeOnCount(context, options, `unset ${keys.join(', ')}`)
    return runPlan(context, options, async (source) => {
      const notes = await targetsOf(context, args, options, agreed)
      const alone = !isBulk(options)
      return editFrontMatters(source, notes, `unset ${keys.join(', ')} of ${notesInTitle(notes)}`, (start) =>
        keys.reduce((text, key) => {
          const without = unsetProperty(textBody(start, text), key)
          return without ?? (alone ? missing(start.path, key) : text)
        }, start.text),
      )
    })
  },
}

/** The keys to set or remove: all words of the line, except the name of the note when none is chosen by filters. */
function readWords(
  args: readonly string[],
  options: Options,
  { verb, needs }: { readonly verb: string; readonly needs: string },
): readonly string[] {
  const bulk = isBulk(options)
  const words = bulk ? args : args.slice(1)
  if (words.length > 0) return words
  const missed = bulk || args.length > 0 ? needs : `a note and ${needs}`
  return fail({ kind: 'usage', message: `${verb} needs ${missed}`, hint: `examples: wend ${verb} --help` })
}

async function targetsOf(
  context: Context,
  args: readonly string[],
  options: Options,
  agreed: number | undefined,
): Promise<readonly Note[]> {
  return isBulk(options) ? bulkNotes(context, options, agreed) : [await requireExactNote(context, args[0] ?? '')]
}

function missing(path: string, key: string): never {
  return fail({ kind: 'refused', message: `${path} has no front matter key "${key}"` })
}
