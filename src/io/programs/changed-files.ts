import { fail } from '../../core/model/failure.ts'
import { commitOf, textInCommit } from './note-history.ts'
import { requireOwnRepository } from './own-repository.ts'
import { askGit } from './start-program.ts'

/**
 * Paths relative to a folder of files under it that differ from a revision, the last commit unless given, or are not tracked. Git compares what a file holds
 * where its times don't tell, and would run filters that the repository names: each is switched off. Repositories below are not
 * looked into. Fails where there is no repository, or git can't be asked so that nothing runs.
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

/** The settings that take the programs of all filters away; an empty command is none (git's convert.c). */
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

/** Paths relative to a folder of files under it that are staged for the next commit, without those that it removes or that are only announced (`git add -N`). */
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

/** The files of a folder that the index has otherwise, with git's letter for how: `A` is only announced, `U` waits for a merge. */
function filesUnlikeIndex(root: string, flags: readonly string[]): ReadonlyMap<string, string> {
  const words = paths(root, flags, ['diff-files', '-z', '--name-status', ...safely, '--', '.']) ?? []
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [letter = '', path = ''] = words.slice(at, at + 2)
    // What waits for a merge is named twice.
    if (found.get(path) !== 'U') found.set(path, letter)
  }
  return found
}

/** What the index of git has otherwise than the files of a folder: paths are relative to it. */
export interface IndexDifference {
  /** The text in the index of files that hold another, or are gone. */
  readonly texts: ReadonlyMap<string, string>
  /** Files that it does not have. */
  readonly untracked: ReadonlySet<string>
}

/** How the index, which is what the next commit holds, differs from the files; what waits for a merge is read as the file is. */
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
