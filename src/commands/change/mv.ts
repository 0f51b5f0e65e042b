import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { fileName, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { renameFolder } from '../../core/plan/rename-folder.ts'
import { renameHeading } from '../../core/plan/rename-heading.ts'
import { type Plan, readNewName, renameNote } from '../../core/plan/rename-note.ts'
import { findNote } from '../../core/query/find-note.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import { listFolder } from '../../io/files/list-folder.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import type { Command, Context } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { requireNote } from '../arguments/require-note.ts'

/** `wend mv`: renames a note, a folder or a heading and rewrites the links. */
export const mv: Command = {
  arguments: [
    { name: '<note>', description: 'a note, a folder, or NOTE#Heading', completes: 'note' },
    { name: '<new>', description: 'the new file, folder, title or heading' },
  ],
  options: [
    { flags: '--only <part>', description: 'change the file or the title alone', choices: ['file', 'title'] },
    { flags: '--title <title>', description: 'a new title beside the new file' },
    dryRunOption,
  ],
  examples: [
    ['wend mv bm25 "Okapi BM25"', 'a new title, and a file name made from it'],
    ['wend mv bm25 okapi-bm25.md', 'a new file name alone'],
    ['wend mv bm25 retrieval/', 'into a folder; wend mv FOLDER NEW moves a whole folder'],
    ['wend mv "bm25#The idea" "Why it works"', 'new words for a heading'],
    ['wend mv bm25 "Okapi BM25" --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, args, options) =>
    runPlan(context, options, (source, messages) =>
      planMove({ context, source, options, messages }, args[0] ?? '', args[1] ?? ''),
    ),
}

interface Move {
  readonly context: Context
  readonly source: PlanSource
  readonly options: Options
  readonly messages: string[]
}

async function planMove(move: Move, what: string, wanted: string): Promise<Plan> {
  const { context, source, options, messages } = move
  const folder = toNotePath(what)
  const { root } = context.vaultChoice()
  const isNamed = findNote(source.vault, what).status === 'found'
  if (folder !== undefined && isFolder(root, folder) && (what.endsWith('/') || !isNamed))
    return moveFolder(move, root, folder, wanted)
  const hash = what.indexOf('#')
  if (hash >= 0 && (hash === 0 || !isNamed)) {
    const note = await requireNote(context, what.slice(0, hash), messages)
    return renameHeading(source, note, what.slice(hash + 1), wanted)
  }
  const note = await requireNote(context, what, messages)
  const only = options.text('only')
  const name = readNewName(note, wanted, {
    only: only === 'file' || only === 'title' ? only : undefined,
    isFolder: (path) => isFolder(root, path),
  })
  const title = options.text('title')
  return renameNote(source, note, title === undefined ? name : { ...name, title })
}

function moveFolder({ source }: Move, root: string, folder: NotePath, wanted: string): Plan {
  const named = toNotePath(wanted)
  const to = named !== undefined && isFolder(root, named) ? toNotePath(`${named}/${fileName(folder)}`) : named
  if (to === undefined) return fail({ kind: 'usage', message: `"${wanted}" is not a path inside the vault` })
  return renameFolder(source, folder, to, listFolder(root, folder))
}

function isFolder(root: string, path: string): boolean {
  const inside = toNotePath(path)
  return inside !== undefined && fileFacts(join(root, inside))?.isDirectory() === true
}
