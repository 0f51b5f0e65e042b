import { type Dirent, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isNoteFile, type NotePath, toNotePath } from '../core/model/note-path.ts'
import { errorReason } from './error-code.ts'

/** What a walk of the vault's folder found; paths relative to the root, in no particular order. */
export interface WalkedFiles {
  readonly notes: readonly NotePath[]
  readonly attachments: readonly NotePath[]
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
  /** The folders that were read, the root as the empty path. */
  readonly folders: readonly string[]
}

/** What the walk leaves out or adds. */
export interface WalkOptions {
  /** Patterns in the syntax of .gitignore, from the configuration. */
  readonly ignore: readonly string[]
  /** Whether symbolic links that lead out of the vault are followed. */
  readonly follow: boolean
}

interface IgnoreRules {
  readonly folder: string
  readonly rules: Ignore
}

interface Walk {
  readonly root: string
  readonly realRoot: () => string
  readonly options: WalkOptions
  readonly notes: NotePath[]
  readonly attachments: NotePath[]
  readonly unreadable: { path: string; reason: string }[]
  readonly folders: string[]
  readonly pending: { folder: string; rules: readonly IgnoreRules[] }[]
  readonly seen: Set<string>
}

/** Lists the files of a vault by the rules of links.md section 5. Only regular files count, so nothing that is opened later can block. */
export function walkVault(root: string, options: WalkOptions): WalkedFiles {
  const own = options.ignore.length > 0 ? [{ folder: '', rules: ignore().add([...options.ignore]) }] : []
  let realRoot: string | undefined
  const walk: Walk = {
    root,
    realRoot: () => (realRoot ??= realpathSync.native(root)),
    options,
    notes: [],
    attachments: [],
    unreadable: [],
    folders: [],
    pending: [{ folder: '', rules: own }],
    seen: new Set(),
  }
  for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop())
    readFolder(walk, next.folder, next.rules)
  return walk
}

function readFolder(walk: Walk, folder: string, inherited: readonly IgnoreRules[]): void {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true })
  } catch (error) {
    walk.unreadable.push({ path: folder === '' ? '.' : folder, reason: errorReason(error) })
    return
  }
  walk.folders.push(folder)
  const rules = addIgnoreFiles(walk.root, folder, entries, inherited)
  for (const entry of entries) {
    const name = entry.name
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = folder === '' ? name : `${folder}/${name}`
    if (entry.isDirectory()) {
      if (rules.length === 0 || !isIgnored(rules, `${path}/`)) walk.pending.push({ folder: path, rules })
    } else if (entry.isFile()) {
      if (rules.length === 0 || !isIgnored(rules, path)) addFile(walk, path)
    } else if (entry.isSymbolicLink() && !isIgnored(rules, path)) followLink(walk, path, rules)
  }
}

function addFile(walk: Walk, path: string): void {
  const inside = toNotePath(path)
  if (inside === undefined || inside !== path)
    walk.unreadable.push({ path, reason: 'its name cannot be written as a path' })
  else (isNoteFile(path) ? walk.notes : walk.attachments).push(inside)
}

/** A link to a file inside the vault is read at its target; one that leaves the vault only on request; a loop never. */
function followLink(walk: Walk, path: string, rules: readonly IgnoreRules[]): void {
  let target: string
  try {
    target = realpathSync.native(join(walk.root, path))
  } catch {
    return
  }
  const outside = relative(walk.realRoot(), target)
  const leaves = outside === '..' || outside.startsWith(`..${sep}`) || outside === target
  if (!leaves || !walk.options.follow || walk.seen.has(target)) return
  walk.seen.add(target)
  const facts = statSync(target)
  if (facts.isDirectory() && !walk.realRoot().startsWith(target + sep)) walk.pending.push({ folder: path, rules })
  else if (facts.isFile()) addFile(walk, path)
}

function addIgnoreFiles(
  root: string,
  folder: string,
  entries: readonly Dirent[],
  inherited: readonly IgnoreRules[],
): readonly IgnoreRules[] {
  const files = entries.filter((entry) => (entry.name === '.gitignore' || entry.name === '.ignore') && entry.isFile())
  if (files.length === 0) return inherited
  const rules = ignore()
  for (const file of files) {
    try {
      rules.add(readFileSync(join(root, folder, file.name), 'utf8'))
    } catch {
      continue
    }
  }
  return [...inherited, { folder, rules }]
}

/** The innermost ignore file that says anything about a path decides, as in git. */
function isIgnored(all: readonly IgnoreRules[], path: string): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const verdict = rules.test(folder === '' ? path : path.slice(folder.length + 1))
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}
