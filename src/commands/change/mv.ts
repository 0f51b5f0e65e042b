import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { fileName, noPathMessage, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { moveFiles } from '../../core/plan/rename/move-files.ts'
import { renameFolder } from '../../core/plan/rename/rename-folder.ts'
import { renameHeading } from '../../core/plan/rename/rename-heading.ts'
import { placeInside, type Plan, readNewName, renameNote } from '../../core/plan/rename/rename-note.ts'
import { isNameOfNote } from '../../core/query/names/find-note.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import * as fs from '../../io/files/file-system.ts'
import { listFolder } from '../../io/files/list-folder.ts'
import { folderBehindLink, placeBehindLink } from '../../io/vault/place-behind-link.ts'
import { realVaultName, realVaultPath } from '../../io/vault/vault-path.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceIgnoredOption, requireSeen } from './require-seen.ts'
import type { Command, Context } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { requireExactNote } from '../arguments/require-note.ts'
import { isFromHere, typedPath } from '../arguments/typed-path.ts'

/** `wend mv`: renames a note, a folder, an attachment or a heading and rewrites the links. */
export const mv: Command = {
  arguments: [
    { name: '<note>', description: 'a note, a folder, an attachment, or NOTE#Heading', completes: 'note' },
    { name: '<new...>', description: 'the new file, folder, title or heading; of several notes the folder, last' },
  ],
  options: [
    { flags: '--only <part>', description: 'change the file or the title alone', choices: ['file', 'title'] },
    { flags: '--title <title>', description: 'a new title beside the new file' },
    forceIgnoredOption,
    dryRunOption,
  ],
  examples: [
    ['wend mv bm25 "Okapi BM25"', 'a new title, and a file name made from it'],
    ['wend mv bm25 okapi-bm25.md', 'a new file name alone, in the same folder'],
    ['wend mv bm25 tf-idf retrieval/', 'several notes into a folder; wend mv FOLDER NEW moves a whole folder'],
    ['wend mv img/plot.png img/loss.png', 'an attachment; images and embeds follow'],
    ['wend mv "bm25#The idea" "Why it works"', 'new words for a heading'],
    ['wend mv bm25 "Okapi BM25" --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, args, options) =>
    runPlan(context, options, async (source) => {
      const root = context.vaultChoice().root
      const wanted = args.at(-1) ?? ''
      const move: Move = {
        context,
        source,
        options,
        root,
        wanted: knownPlace(root, typedPath(context, wanted)),
        isPlace: isFromHere(wanted),
      }
      const what = args.slice(0, -1)
      const plan = what.length > 1 ? await moveSeveral(move, what) : await moveOne(move, what[0] ?? '')
      await requireSeen(context, plan.changes, options.flag('force'))
      return plan
    }),
}

interface Move {
  readonly context: Context
  readonly source: PlanSource
  readonly options: Options
  readonly root: string
  /** The new name or path, converted to a path from the root if it is one. */
  readonly wanted: string
  /** Whether it was typed as a path relative to the current folder, so that a bare file name is not a new name in the note's folder. */
  readonly isPlace: boolean
}

/** A path with symbolic links to folders of the vault resolved. */
function knownPlace(root: string, wanted: string): string {
  const path = toNotePath(wanted.replace(/\/+$/, ''))
  if (path === undefined) return wanted
  const known = isFolder(root, path) ? folderBehindLink(root, path) : placeBehindLink(root, path)
  return known === path ? wanted : wanted.endsWith('/') ? `${known}/` : known
}

async function moveOne(move: Move, typed: string): Promise<Plan> {
  const { context, source, options, root, wanted } = move
  const what = typedPath(context, typed)
  const folder = toNotePath(what)
  if (folder !== undefined && isFolder(root, folder)) return moveFolder(move, folder)
  const attachment = attachmentAt(move, typed)
  if (attachment !== undefined) return moveFiles(source, new Map([[attachment, fileFor(move, attachment)]]))
  const heading = headingOf(move, typed)
  if (heading !== undefined) {
    const note = await requireExactNote(context, heading.note)
    return renameHeading(source, note, heading.anchor, wanted)
  }
  const note = await requireExactNote(context, typed)
  const only = options.text('only')
  const name = readNewName(note, wanted, {
    only: only === 'file' || only === 'title' ? only : undefined,
    isFolder: (path) => isFolder(root, path),
    isPlace: move.isPlace,
  })
  const title = options.text('title')
  return renameNote(source, note, title === undefined ? name : { ...name, title })
}

/** Splits `NOTE#Heading`; undefined when the whole text is the name of a note (`C#`). */
function headingOf(
  { context, source }: Move,
  typed: string,
): { readonly note: string; readonly anchor: string } | undefined {
  const isName = (name: string): boolean => isNameOfNote(source.vault, typedPath(context, name))
  if (!typed.includes('#') || isName(typed)) return undefined
  // The longest part that names a note is taken, since a name may contain a `#` (`C##Setup`).
  for (let hash = typed.lastIndexOf('#'); hash > 0; hash = typed.lastIndexOf('#', hash - 1))
    if (isName(typed.slice(0, hash))) return { note: typed.slice(0, hash), anchor: typed.slice(hash + 1) }
  const hash = typed.indexOf('#')
  return { note: typed.slice(0, hash), anchor: typed.slice(hash + 1) }
}

async function moveSeveral(move: Move, typed: readonly string[]): Promise<Plan> {
  const { source, root, wanted, options } = move
  const folder = wanted.replace(/\/+$/, '')
  if (!wanted.endsWith('/') && !isFolder(root, folder))
    return fail({
      kind: 'usage',
      message: `"${wanted}" is no folder; several notes can only be moved into one`,
      hint: 'end the folder with a slash to make it, or put a name of several words in quotes',
    })
  if (options.text('only') !== undefined || options.text('title') !== undefined)
    return fail({ kind: 'usage', message: '--only and --title are for one note' })
  const moves = new Map<NotePath, NotePath>()
  for (const one of typed) {
    const path = attachmentAt(move, one) ?? (await noteToMove(move, one)).path
    moves.set(path, placeInside(`${folder}/${fileName(path)}`, wanted))
  }
  return moveFiles(source, moves)
}

async function noteToMove({ context, root }: Move, typed: string): Promise<Note> {
  const folder = toNotePath(typedPath(context, typed))
  if (folder !== undefined && isFolder(root, folder))
    return fail({ kind: 'usage', message: `${folder} is a folder; folders are moved one at a time` })
  return requireExactNote(context, typed)
}

/** The attachment at a path, or the only one with a file name. */
function attachmentAt({ context, source: { vault } }: Move, typed: string): NotePath | undefined {
  const path = toNotePath(typedPath(context, typed))
  if (path === undefined || !/\.[^./]+$/.test(path) || vault.note(path) !== undefined) return undefined
  // The symbolic link itself is moved, not its target.
  if (vault.leadsTo(path) !== undefined) return path
  const { attachments } = vault.index
  const found = attachments.at(path) ?? (/[\\/]/.test(typed) ? undefined : attachments.endingWith(path))
  if (found === undefined) return undefined
  const [only, ...others] = found.paths
  if (only === undefined || others.length === 0) return only
  return fail({
    kind: 'refused',
    message: `"${typed}" could be any of ${found.paths.length} files: ${found.paths.slice(0, 5).join(', ')}`,
    hint: 'name one by its path from the root of the vault',
  })
}

/** The new path of an attachment: in a folder, at a path, or under another name in its folder. */
function fileFor({ root, wanted, isPlace }: Move, path: NotePath): NotePath {
  if (wanted.endsWith('/') || isFolder(root, wanted)) return placeInside(`${wanted}/${fileName(path)}`, wanted)
  const extension = /\.[^./]+$/.exec(path)?.[0] ?? ''
  const named = /\.[^./]+$/.test(wanted) ? wanted : wanted + extension
  const folder = isPlace || wanted.includes('/') ? '' : path.slice(0, path.length - fileName(path).length)
  return placeInside(folder + named, wanted)
}

function moveFolder({ source, root, wanted }: Move, folder: NotePath): Plan {
  const named = wanted === '/' ? undefined : toNotePath(wanted)
  const into = wanted === '/' ? '' : named !== undefined && isFolder(root, named) ? `${named}/` : undefined
  const to = into === undefined ? named : toNotePath(`${into}${fileName(folder)}`)
  if (to === undefined) return fail({ kind: 'usage', message: noPathMessage(wanted) })
  if (realVaultName(fs, root, folder, 'change') !== realVaultPath(fs, root, folder, 'change'))
    fail({ kind: 'refused', message: `${folder} is a symbolic link: the files behind it are not its own` })
  const plan = renameFolder(source, folder, to, listFolder(root, folder))
  const note = source.vault.index.notesByStem.at(folder)?.paths[0]
  return note === undefined
    ? plan
    : { ...plan, messages: [...plan.messages, `the folder was meant; the note beside it is ${note}`] }
}

function isFolder(root: string, path: string): boolean {
  const inside = toNotePath(path)
  return inside !== undefined && fileFacts(join(root, inside))?.isDirectory() === true
}
