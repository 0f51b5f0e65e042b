import { type Dirent, lstatSync, readdirSync, readPlainFile, realpathSync, statSync } from './file-system.ts'
import { join, relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import { errorReason } from './error-code.ts'
import type { OuterRules } from './outer-rules.ts'

/** What the walk leaves out or adds. */
export interface WalkOptions {
  /** Patterns in the syntax of .gitignore, from the configuration. */
  readonly ignore: readonly string[]
  /** Whether symbolic links that lead out of the vault are followed. */
  readonly follow: boolean
  /** Rules of the repository above the root; none when absent. */
  readonly outer?: readonly OuterRules[]
  /** How many names the folders may hold; the walk fails when there are more. No limit when absent. */
  readonly most?: number | undefined
}

/**
 * What became of a name in a folder, a letter each: `n` note, `a` attachment, `u` file whose name cannot be written as a path,
 * `d` folder that is walked, `i` ignore file; left out are `f` files, `D` folders, `l` symbolic links, `o` anything else.
 */
type Kind = 'n' | 'a' | 'u' | 'd' | 'i' | 'f' | 'D' | 'l' | 'o'

/** A folder as it was found. */
export interface WalkedFolder {
  /** Relative to the root, which is the empty path. */
  readonly folder: string
  /** What it holds but for hidden names, of which only ignore files count; in order. */
  readonly names: readonly string[]
  /** A `Kind` for each name. */
  readonly kinds: string
  /** The text of its ignore files; absent without any. */
  readonly rules?: string
  /** What was known of the folder, when that still holds. */
  readonly known?: KnownFolder
}

/** A folder as an earlier walk with the same options found it, its names with `/` between them. */
export interface KnownFolder {
  readonly names: string
  readonly kinds: string
  readonly rules?: string
}

/** The folders of a vault, each after the one that holds it, and those that could not be read. */
export interface WalkedFolders {
  readonly folders: readonly WalkedFolder[]
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
}

interface Rules {
  readonly folder: string
  /** The way from where rules above the root stand to it. */
  readonly prefix?: string
  readonly rules: IgnoreRules
}

/** The rules for what a folder holds, the outermost first; made when one is asked for. */
type RuleSource = () => readonly Rules[]

interface Pending {
  readonly folder: string
  readonly rules: RuleSource
  /** Whether those rules are the ones that what is known was judged by. */
  readonly sameRules: boolean
}

interface Walk {
  readonly root: string
  readonly realRoot: () => string
  readonly options: WalkOptions
  readonly folders: WalkedFolder[]
  readonly unreadable: { path: string; reason: string }[]
  readonly pending: Pending[]
  readonly seen: Set<string>
}

/**
 * Walks the folders of a vault by the rules of links.md section 5. Only regular files count, so nothing that is opened later can
 * block. A folder that still holds the names that are known of it, with the same ignore files, is not judged anew; whether those
 * of its names that stood for notes are still files is left to who looks at them, if it held only notes and folders.
 */
export function walkFolders(
  root: string,
  options: WalkOptions,
  known: ReadonlyMap<string, KnownFolder> = new Map(),
): WalkedFolders {
  const own = once((): readonly Rules[] => [
    ...(options.outer ?? []).map(({ prefix, text }) => ({ folder: '', prefix, rules: new IgnoreRules(text) })),
    ...(options.ignore.length > 0 ? [{ folder: '', rules: new IgnoreRules(options.ignore.join('\n')) }] : []),
  ])
  const walk: Walk = {
    root,
    realRoot: once(() => realpathSync.native(root)),
    options,
    folders: [],
    unreadable: [],
    pending: [{ folder: '', rules: own, sameRules: !options.follow }],
    seen: new Set(),
  }
  let names = 0
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop()) {
    const before = known.get(next.folder)
    const found = asKnown(root, next, before) ?? judgeFolder(walk, next)
    if (found !== undefined) enter(walk, found, { ...next, sameRules: next.sameRules && found.rules === before?.rules })
    names += found?.names.length ?? 0
    if (options.most !== undefined && names > options.most) refuseLarge(root, options.most)
  }
  return walk
}

function refuseLarge(root: string, most: number): never {
  return fail({
    kind: 'refused',
    message: `${root} holds more than ${most} files and nothing marks it as a vault, so it is not read as one`,
    hint: 'name your notes with -C FOLDER; "wend init" in their folder marks it; -C . reads this one all the same',
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Goes on to the folders below one. */
function enter(walk: Walk, found: WalkedFolder, { rules: inherited, sameRules }: Pending): void {
  const { folder, names, kinds, rules: text } = found
  walk.folders.push(found)
  const rules = text === undefined ? inherited : once(() => [...inherited(), { folder, rules: new IgnoreRules(text) }])
  for (let at = kinds.indexOf('d'); at >= 0; at = kinds.indexOf('d', at + 1))
    walk.pending.push({ folder: within(folder, names[at] ?? ''), rules, sameRules })
}

function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** The folder if what is known of it holds; undefined otherwise. */
function asKnown(
  root: string,
  { folder, sameRules }: Pending,
  known: KnownFolder | undefined,
): WalkedFolder | undefined {
  if (known === undefined || !sameRules) return undefined
  try {
    const path = join(root, folder)
    const names = /^[nd]*$/.test(known.kinds) ? sameNames(path, known) : sameEntries(path, known)
    if (names === undefined) return undefined
    const { kinds, rules } = known
    return { folder, names, kinds, known, ...(rules === undefined ? {} : { rules }) }
  } catch {
    return undefined
  }
}

/** The names of a folder that held only notes and folders, without asking what they are now but for the folders. */
function sameNames(path: string, known: KnownFolder): readonly string[] | undefined {
  const all = readdirSync(path).sort()
  const names = all.join('/') === known.names ? all : all.filter(matters)
  if (names !== all && names.join('/') !== known.names) return undefined
  for (let at = known.kinds.indexOf('d'); at >= 0; at = known.kinds.indexOf('d', at + 1))
    if (!lstatSync(join(path, names[at] ?? '')).isDirectory()) return undefined
  return names
}

function sameEntries(path: string, known: KnownFolder): readonly string[] | undefined {
  const entries = entriesOf(path).filter(({ name }) => matters(name))
  const names = entries.map(({ name }) => name)
  if (names.join('/') !== known.names) return undefined
  if (entries.some((entry, at) => typeOf(entry) !== typeOfKind[known.kinds[at] as Kind])) return undefined
  return ignoreText(path, entries) === known.rules ? names : undefined
}

/** The entries of a folder in the order of their names: systems and runtimes have orders of their own. */
function entriesOf(path: string): readonly Dirent[] {
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function matters(name: string): boolean {
  return name.startsWith('.') ? ignoreFiles.has(name) : name !== 'node_modules'
}

const ignoreFiles = new Set(['.gitignore', '.ignore'])

const typeOfKind: Readonly<Record<Kind, 'f' | 'D' | 'l' | 'o'>> = {
  n: 'f',
  a: 'f',
  u: 'f',
  i: 'f',
  f: 'f',
  d: 'D',
  D: 'D',
  l: 'l',
  o: 'o',
}

function typeOf(entry: Dirent): 'f' | 'D' | 'l' | 'o' {
  return entry.isFile() ? 'f' : entry.isDirectory() ? 'D' : entry.isSymbolicLink() ? 'l' : 'o'
}

/** Reads a folder and decides on each name; undefined when it can't be read, which is put on record. */
function judgeFolder(walk: Walk, { folder, rules: inherited }: Pending): WalkedFolder | undefined {
  const path = join(walk.root, folder)
  let entries: readonly Dirent[]
  try {
    entries = entriesOf(path).filter(({ name }) => matters(name))
  } catch (error) {
    walk.unreadable.push({ path: folder === '' ? '.' : folder, reason: errorReason(error) })
    return undefined
  }
  const text = ignoreText(path, entries)
  const rules = text === undefined ? inherited() : [...inherited(), { folder, rules: new IgnoreRules(text) }]
  const names = entries.map(({ name }) => name)
  const kinds = entries.map((entry) => kindOf(walk, entry, within(folder, entry.name), rules)).join('')
  return { folder, names, kinds, ...(text === undefined ? {} : { rules: text }) }
}

/** The text of the ignore files of a folder; one that can't be read says nothing. */
function ignoreText(path: string, entries: readonly Dirent[]): string | undefined {
  const files = entries.filter((entry) => isIgnoreFile(entry))
  if (files.length === 0) return undefined
  return files.map(({ name }) => textOf(join(path, name))).join('\n')
}

/** Bytes of the largest ignore file that is read. */
export const largestRules = 1_000_000

function isIgnoreFile(entry: Dirent): boolean {
  return entry.name.startsWith('.') && ignoreFiles.has(entry.name) && entry.isFile()
}

function textOf(file: string): string {
  try {
    return readPlainFile(file, largestRules, { follow: false }).toString('utf8')
  } catch {
    return ''
  }
}

function kindOf(walk: Walk, entry: Dirent, path: string, rules: readonly Rules[]): Kind {
  const type = typeOf(entry)
  if (entry.name.startsWith('.')) return type === 'f' ? 'i' : type
  if (type === 'D') return isIgnored(rules, `${path}/`) ? 'D' : 'd'
  if (type === 'o' || isIgnored(rules, path)) return type
  return type === 'f' ? kindOfFile(path) : followLink(walk, path)
}

function kindOfFile(path: string): Kind {
  if (toNotePath(path) !== path) return 'u'
  return isNoteFile(path) ? 'n' : 'a'
}

/** A link to a file inside the vault is read at its target; one that leaves the vault only on request; a loop never. */
function followLink(walk: Walk, path: string): Kind {
  let target: string
  try {
    target = realpathSync.native(join(walk.root, path))
  } catch {
    return 'l'
  }
  const outside = relative(walk.realRoot(), target)
  const leaves = outside === '..' || outside.startsWith(`..${sep}`) || outside === target
  if (!leaves || !walk.options.follow || walk.seen.has(target)) return 'l'
  walk.seen.add(target)
  const facts = statSync(target)
  if (facts.isDirectory() && !walk.realRoot().startsWith(target + sep)) return 'd'
  return facts.isFile() ? kindOfFile(path) : 'l'
}

/** The innermost ignore file that says anything about a path decides, as in git. */
function isIgnored(all: readonly Rules[], path: string): boolean {
  for (let at = all.length - 1; at >= 0; at--) {
    const { folder, rules, prefix = '' } = all[at] as Rules
    const inside = folder === '' ? path : path.slice(folder.length + 1)
    const verdict = rules.test(prefix === '' ? inside : `${prefix}/${inside}`)
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}
