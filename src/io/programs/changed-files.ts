import { spawnSync } from 'node:child_process'
import { fail } from '../../core/model/failure.ts'

/** Settings of a repository that would run programs when git looks at files. */
const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false']

/**
 * Paths relative to a folder of files under it that differ from the last commit or are not tracked. Git is started without
 * a shell, and files are compared by their facts (`diff-index`): comparing contents could run filters that a repository names.
 */
export function changedFiles(root: string): readonly string[] {
  const untracked = git(root, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.'])
  if (untracked === undefined) {
    return fail({
      kind: 'usage',
      message: `--changed needs git: ${root} is in no repository, or git is not installed`,
    })
  }
  const changed =
    git(root, ['diff-index', '-z', '--name-only', '--no-renames', '--relative', 'HEAD', '--', '.']) ??
    git(root, ['ls-files', '-z', '--cached', '--', '.']) ??
    []
  return [...new Set([...changed, ...untracked])].sort()
}

function git(root: string, args: readonly string[]): readonly string[] | undefined {
  const result = spawnSync('git', [...safe, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.error !== undefined || result.status !== 0) return undefined
  return result.stdout.split('\0').filter((path) => path !== '')
}
