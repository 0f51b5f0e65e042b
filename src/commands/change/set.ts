import { fail } from '../../core/model/failure.ts'
import { editFrontMatter } from '../../core/plan/edit-front-matter.ts'
import { readProperty } from '../../core/plan/read-property.ts'
import { setProperty, unsetProperty } from '../../core/plan/set-property.ts'
import { textBody } from '../../core/plan/text-body.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

const noteArgument = {
  name: '<note>',
  description: 'path, title, alias or file name',
  completes: 'note',
} as const

/** `wend set`: sets front matter keys in place. */
export const set: Command = {
  arguments: [
    noteArgument,
    { name: '<values...>', description: 'key=value; tags, topics, aliases and other lists as key=a,b' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend set bm25 status=done', 'sets a key; all else in the note stays as it is'],
    ['wend set bm25 topics=ranking,retrieval rating=5', 'a list and a number'],
    ['wend set bm25 title="Okapi BM25"', 'a title; links by the old one follow'],
  ],
  reports: ['changes'],
  run: (context, args, options) =>
    runPlan(context, options, async (source) => {
      const note = await requireExactNote(context, args[0] ?? '')
      const properties = args.slice(1).map((argument) => readProperty(argument, note.metadata))
      const title = `set ${properties.map(({ key }) => key).join(', ')} of ${note.path}`
      return editFrontMatter(source, note, title, (start) =>
        properties.reduce((text, { key, value }) => setProperty(textBody(start.path, text), key, value), start.text),
      )
    }),
}

/** `wend unset`: removes front matter keys. */
export const unset: Command = {
  arguments: [noteArgument, { name: '<keys...>', description: 'front matter keys' }],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend unset bm25 status', 'removes a key; all else in the note stays as it is'],
    ['wend unset bm25 status rating', 'removes several'],
    ['wend unset bm25 status --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, args, options) =>
    runPlan(context, options, async (source) => {
      const note = await requireExactNote(context, args[0] ?? '')
      const keys = args.slice(1)
      return editFrontMatter(source, note, `unset ${keys.join(', ')} of ${note.path}`, (start) =>
        keys.reduce(
          (text, key) => unsetProperty(textBody(start.path, text), key) ?? missing(note.path, key),
          start.text,
        ),
      )
    }),
}

function missing(path: string, key: string): never {
  return fail({ kind: 'refused', message: `${path} has no front matter key "${key}"` })
}
