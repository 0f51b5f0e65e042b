import { fail } from '../../core/model/failure.ts'
import { commitOf, textInCommit } from './note-history.ts'
import { requireOwnRepository } from './own-repository.ts'
import { askGit } from './start-program.ts'

/**
 * Paths, relative to a folder, of its files that differ from a revision (by default the last commit) or are untracked. Git compares
 * contents when times don't tell, and would run filters that the repository names: these are switched off. Nested repositories are not
 * entered. Fails when there is no repository, or git can't be asked without running something.
 */
export function changedFiles(root: string, revision?: string): readonly string[] {
  const flags = withoutFilters(root)
  const untracked = paths(root, flags, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'])
  if (untracked === undefined) {
    return fail({
      kind: 'usage',
      message: `--changed needs git: ${root} is in no repository, or git is not installed`,
    })
  }
  const commit = revision === undefined ? 'HEAD' : commitOf(root, revision)
  const changed =
    paths(root, flags, [...differing, commit, '--', '.']) ??
    paths(root, flags, ['ls-files', '-z', '--cached', '--', '.']) ??
    []
  return [...new Set([...changed, ...untracked])].sort()
}

const safely = ['--no-renames', '--relative', '--ignore-submodules=all', '--no-ext-diff']

const differing = ['diff-index', '-z', '--name-only', ...safely]

/** The git options that disable the programs of all filters; an empty command means none (git's convert.c). */
function withoutFilters(root: string): readonly string[] {
  requireOwnRepository(root)
  const keys = paths(root, [], ['config', '-z', '--name-only', '--get-regexp', String.raw`^filter\.`]) ?? []
  const names = new Set(keys.map((key) => key.slice('filter.'.length, key.lastIndexOf('.'))))
  const odd = [...names].find((name) => !/^[\w.+ -]+$/.test(name))
  if (odd !== undefined)
    fail({
      kind: 'refused',
      message: `git is not asked: its filter "${odd}" cannot be switched off`,
      hint: 'check all notes',
    })
  return [...names].flatMap((name) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${name}.${setting}`]),
  )
}

function paths(root: string, flags: readonly string[], question: readonly string[]): readonly string[] | undefined {
  return askGit(root, [...flags, ...question])
    ?.split('\0')
    .filter((path) => path !== '')
}

/**
 * Paths, relative to a folder, of its files that are staged for the next commit, without deletions and files only marked with `git add -N`.
 */
export function stagedFiles(root: string): readonly string[] {
  const flags = withoutFilters(root)
  const staged =
    paths(root, flags, [...differing, '--cached', '--diff-filter=d', 'HEAD', '--', '.']) ??
    paths(root, flags, ['ls-files', '-z', '--cached', '--', '.'])
  if (staged === undefined)
    return fail({ kind: 'usage', message: `--staged needs git: ${root} is in no repository, or git is not installed` })
  const differs = filesUnlikeIndex(root, flags)
  return staged.filter((path) => differs.get(path) !== 'A')
}

/** The files of a folder that differ from the index, with git's letter for how: `A` is marked with `-N`, `U` is unmerged. */
function filesUnlikeIndex(root: string, flags: readonly string[]): ReadonlyMap<string, string> {
  const words = paths(root, flags, ['diff-files', '-z', '--name-status', ...safely, '--', '.']) ?? []
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [letter = '', path = ''] = words.slice(at, at + 2)
    // Unmerged files are listed twice.
    if (found.get(path) !== 'U') found.set(path, letter)
  }
  return found
}

/** How the files of a folder differ from git's index; paths are relative to the folder. */
export interface IndexDifference {
  /** The text in the index, for files that differ or are gone. */
  readonly texts: ReadonlyMap<string, string>
  /** Files that are not in the index. */
  readonly untracked: ReadonlySet<string>
}

/** How the index, the content of the next commit, differs from the files; unmerged files are read from the folder. */
export function indexDifference(root: string): IndexDifference {
  const flags = withoutFilters(root)
  const untracked = new Set(paths(root, flags, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']) ?? [])
  const texts = new Map<string, string>()
  for (const [path, letter] of filesUnlikeIndex(root, flags)) {
    if (letter === 'U') continue
    const text = letter === 'A' ? undefined : textInCommit(root, '', path)
    if (text === undefined) untracked.add(path)
    else texts.set(path, text)
  }
  return { texts, untracked }
}
