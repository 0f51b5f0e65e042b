import { type Dirent, readdirSync, readlinkSync, realpathSync, statSync } from '../files/file-system.ts'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Attachment } from '../../core/model/note.ts'
import { isNoteFile, toNotePath, type NotePath } from '../../core/model/note-path.ts'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import { errorReason } from '../files/error-code.ts'
import { type FolderRules, ignoreFiles, isIgnored, readIgnoreFile } from './ignore-files.ts'
import type { OuterRules } from './outer-rules.ts'

/** What the walk excludes or includes. */
export interface WalkOptions {
  /** Patterns in .gitignore syntax, from the configuration. */
  readonly ignore: readonly string[]
  /** Whether symbolic links that lead out of the vault are followed. */
  readonly follow: boolean
  /** Rules of the repository above the root; none when absent. */
  readonly outer?: readonly OuterRules[]
  /** How many directory entries the walk may see before it fails; no limit when absent. */
  readonly most?: number | undefined
}

/** How many files a folder may have that was only guessed to be a vault. */
export const mostUnmarkedFiles = 20_000

/** What a walk of the vault's folder found; paths relative to the root, in no particular order. */
export interface WalkedFiles {
  readonly notes: readonly NotePath[]
  readonly attachments: readonly NotePath[]
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
  /** Symbolic links to the files above. */
  readonly links: readonly FileLink[]
  /** The folders that were read; the root is the empty path. */
  readonly folders: readonly string[]
}

type FileLink = Required<Pick<Attachment, 'path' | 'leadsTo' | 'written'>>

/** A folder to be read, with the rules for its entries, the outermost first. */
interface Pending {
  readonly folder: string
  readonly rules: readonly FolderRules[]
}

interface Walk {
  readonly root: string
  /** The root with symbolic links resolved; computed only when the vault has a symbolic link. */
  readonly realRoot: () => string
  readonly follow: boolean
  readonly pending: Pending[]
  /** The targets of links out of the vault, each followed once. */
  readonly followed: Set<string>
  readonly notes: NotePath[]
  readonly attachments: NotePath[]
  readonly unreadable: { path: string; reason: string }[]
  readonly links: FileLink[]
  readonly folders: string[]
}

/** Lists the files of a vault by the rules of links.md section 5. Only regular files count, so nothing that is opened later can block. */
export function walkVault(root: string, options: WalkOptions): WalkedFiles {
  let realRoot: string | undefined
  const walk: Walk = {
    root,
    realRoot: () => (realRoot ??= realpathSync.native(root)),
    follow: options.follow,
    pending: [{ folder: '', rules: rulesOfRoot(options) }],
    followed: new Set(),
    notes: [],
    attachments: [],
    unreadable: [],
    links: [],
    folders: [],
  }
  let names = 0
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop()) {
    names += readFolder(walk, next)
    if (options.most !== undefined && names > options.most) refuseLarge(root, options.most)
  }
  const { notes, attachments, unreadable, folders } = walk
  return { notes, attachments, unreadable, folders, links: linksToFiles(walk) }
}

/** A link to an excluded file is excluded, too. */
function linksToFiles({ links, notes, attachments }: Walk): WalkedFiles['links'] {
  if (links.length === 0) return links
  const files = new Set([...notes, ...attachments])
  return links.filter(({ leadsTo }) => files.has(leadsTo))
}

function refuseLarge(root: string, most: number): never {
  return fail({
    kind: 'refused',
    message: `${root} holds more than ${most} files and nothing marks it as a vault, so it is not read as one`,
    hint: 'name your notes with -C FOLDER; "wend init" in their folder marks it; -C . reads this one all the same',
  })
}

/** Rules from outside the vault's folders: of the repository around it, then of the configuration. */
function rulesOfRoot({ ignore, outer = [] }: WalkOptions): readonly FolderRules[] {
  return [
    ...outer.map(({ prefix, text }) => ({ folder: '', prefix, rules: new IgnoreRules(text) })),
    ...(ignore.length > 0 ? [{ folder: '', rules: new IgnoreRules(ignore.join('\n')) }] : []),
  ]
}

/** Sorts the entries of a folder into the walk and gives their number; a folder that can't be read is recorded. */
function readFolder(walk: Walk, { folder, rules: inherited }: Pending): number {
  // Not `join`, which normalises the whole root path for each folder.
  const path = folder === '' ? walk.root : `${walk.root}/${folder}`
  let entries: Dirent[]
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    walk.unreadable.push({ path: folder === '' ? '.' : folder, reason: errorReason(error) })
    return 0
  }
  walk.folders.push(folder)
  // The order of directory entries differs between systems.
  entries.sort(byName)
  const rules = withRulesOf(path, entries, { folder, rules: inherited })
  let seen = 0
  for (const entry of entries) {
    const { name } = entry
    if (name.startsWith('.') || name === 'node_modules') continue
    seen++
    addEntry(walk, entry, { folder: folder === '' ? name : `${folder}/${name}`, rules })
  }
  return seen
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1
}

/** The rules for a folder with these entries: its own ignore files after those from above. */
function withRulesOf(path: string, entries: readonly Dirent[], { folder, rules }: Pending): Pending['rules'] {
  const files = entries.filter((entry) => ignoreFiles.has(entry.name) && entry.isFile())
  if (files.length === 0) return rules
  const own = files.map(({ name }) => readIgnoreFile(join(path, name))).join('\n')
  return [...rules, { folder, rules: new IgnoreRules(own) }]
}

/** Adds a file, a folder or the target of a link, unless a rule excludes it. */
function addEntry(walk: Walk, entry: Dirent, at: Pending): void {
  if (entry.isFile()) {
    if (!isIgnored(at.rules, at.folder)) addFile(walk, at.folder)
  } else if (entry.isDirectory()) {
    if (!isIgnored(at.rules, `${at.folder}/`)) walk.pending.push(at)
  } else if (entry.isSymbolicLink() && !isIgnored(at.rules, at.folder)) followLink(walk, at)
}

function addFile(walk: Walk, path: string): void {
  const named = toNotePath(path)
  if (named !== path) walk.unreadable.push({ path, reason: 'its name cannot be written as a path' })
  else (isNoteFile(path) ? walk.notes : walk.attachments).push(named)
}

/**
 * A link to a file inside the vault is another path of that file; one out of the vault is read when links are followed; a loop never is.
 */
function followLink(walk: Walk, at: Pending): void {
  const target = targetOf(join(walk.root, at.folder))
  if (target === undefined) return
  const inside = relative(walk.realRoot(), target)
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && inside !== target) {
    addLink(walk, at.folder, toNotePath(inside.split(sep).join('/')))
    return
  }
  if (!walk.follow || walk.followed.has(target)) return
  walk.followed.add(target)
  const facts = statSync(target)
  if (facts.isDirectory() && !walk.realRoot().startsWith(target + sep)) walk.pending.push(at)
  else if (facts.isFile()) addFile(walk, at.folder)
}

function addLink(walk: Walk, path: string, leadsTo: NotePath | undefined): void {
  const name = toNotePath(path)
  if (leadsTo === undefined || name !== path) return
  const file = join(walk.root, path)
  const written = readlinkSync(file)
  const named = resolve(dirname(file), written)
  const place = join(realpathSync.native(dirname(named)), basename(named))
  const to = toNotePath(relative(walk.realRoot(), place).split(sep).join('/')) ?? leadsTo
  walk.links.push({ path: name, leadsTo, written: { to, isAbsolute: isAbsolute(written) } })
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync.native(link)
  } catch {
    return undefined
  }
}
