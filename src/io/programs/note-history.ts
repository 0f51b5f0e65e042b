import { fail } from '../../core/model/failure.ts'
import type { HistoryRow, TextComparison } from '../../core/model/report.ts'
import { requireOwnRepository } from './own-repository.ts'
import { askGit } from './start-program.ts'

/** A commit that changed a file; its path is relative to the folder, its date that of the committer. */
export interface FileCommit extends Omit<HistoryRow, keyof TextComparison> {
  /** The blob ids of its text before and after; absent when it did not exist. */
  readonly before?: string
  readonly after?: string
}

/**
 * The commits that changed a file, through renames, newest first, at most `most`; empty when there are none. Fails when there is no
 * repository. The path comes after `--` and is literal, so that no name is an option or a pattern.
 */
export function fileHistory(root: string, path: string, most: number): readonly FileCommit[] {
  requireRepository(root)
  const question = ['--literal-pathspecs', 'log', '--no-ext-diff', '--no-textconv', '--follow', '-M', '--relative']
  const form = ['--raw', '--no-abbrev', '-z', '--format=%x01%H%x02%cI%x02%an%x02%s']
  const log = askGit(root, [...question, ...form, `--max-count=${most}`, '--', path])
  return log === undefined ? [] : readLog(log)
}

/** The commit that a revision names; fails when there is none. */
export function commitOf(root: string, revision: string): string {
  requireRepository(root)
  const commit = revision.startsWith('-')
    ? undefined
    : askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  return (
    commit?.trim() ??
    fail({
      kind: 'usage',
      message: `git knows no revision "${revision}"`,
      hint: 'such as HEAD, HEAD~3, a branch, a tag or the beginning of a commit',
    })
  )
}

/**
 * The text of a file in a commit, or without a commit in the index, by path relative to the folder; undefined when it did not exist. Fails
 * when git knows the file but lacks its content, as in a partial clone before it is fetched.
 */
export function textInCommit(root: string, commit: string, path: string): string | undefined {
  const name = `${commit}:./${path}`
  const text = askGit(root, ['cat-file', 'blob', name])
  const blob =
    text === undefined ? askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]) : undefined
  // The name may have been a folder.
  if (blob === undefined || askGit(root, ['cat-file', '-t', blob.trim()]) !== undefined) return text
  return fail({
    kind: 'refused',
    message: `git knows the text of ${path}, but does not have it: this clone is partial, and nothing is fetched`,
    hint: `git fetches it with: git cat-file -t ${blob.trim()}`,
  })
}

/** The text of a blob; undefined when it has not been fetched. */
export function textOfBlob(root: string, blob: string): string | undefined {
  return askGit(root, ['cat-file', 'blob', blob])
}

function requireRepository(root: string): void {
  requireOwnRepository(root)
  if (askGit(root, ['rev-parse', '--git-dir']) === undefined)
    fail({ kind: 'usage', message: `${root} is in no git repository, or git is not installed` })
}

/** The log as records, one for each commit: its fields, then for each file modes, blobs, status, and one or two paths. */
function readLog(log: string): readonly FileCommit[] {
  return log
    .split('\x01')
    .slice(1)
    .flatMap((record) => readRecord(record) ?? [])
}

function readRecord(record: string): FileCommit | undefined {
  const [head = '', ...rest] = record.split('\0')
  const [commit = '', date = '', author = '', subject = ''] = head.split('\x02')
  const words = rest.map((word) => word.replace(/^\n/, '')).filter((word) => word !== '')
  const facts = /^:\d+ \d+ ([\da-f]+) ([\da-f]+) ([A-Z])\d*$/.exec(words[0] ?? '')
  const [, path = '', renamed] = words
  if (facts === null) return undefined
  return {
    ...{ commit, date, author, subject: subject.trim(), path: renamed ?? path },
    ...(renamed === undefined ? {} : { from: path }),
    ...blobOf('before', facts[1]),
    ...blobOf('after', facts[2]),
  }
}

/** Git writes a blob id of zeros for a text that does not exist. */
function blobOf(side: 'before' | 'after', blob = ''): { readonly before?: string; readonly after?: string } {
  return /^0*$/.test(blob) ? {} : { [side]: blob }
}
