import { existsSync, readFileSync, statSync } from '../files/file-system.ts'
import { basename, dirname, join, resolve } from 'node:path'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'

/** Ignore rules from above the root of a vault, in the repository around it. */
export interface OuterRules {
  /** The path from the folder of the rules to the root of the vault, without slashes at its ends. */
  readonly prefix: string
  readonly text: string
  /** The file that holds them, for messages. */
  readonly file: string
}

/**
 * The git rules for a vault that are outside it: `.gitignore` of each folder above, up to the repository, and `.git/info/exclude`. Rules
 * that exclude the whole vault are left out, since it was asked for. None outside a repository.
 */
export function outerRules(root: string): readonly OuterRules[] {
  const above: OuterRules[] = []
  let prefix = ''
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (folder !== resolve(root)) above.unshift(...rulesIn(join(folder, '.gitignore'), prefix))
    const git = join(folder, '.git')
    if (existsSync(git)) {
      const exclude = rulesIn(join(gitFolder(git, prefix === ''), 'info', 'exclude'), prefix)
      return [...exclude, ...above].filter((rules) => !ignoresVault(rules))
    }
    if (dirname(folder) === folder) return []
    prefix = prefix === '' ? basename(folder) : `${basename(folder)}/${prefix}`
  }
}

function rulesIn(file: string, prefix: string): readonly OuterRules[] {
  try {
    const text = readFileSync(file, 'utf8')
    return /^[^#\s]/m.test(text) ? [{ prefix, text, file }] : []
  } catch {
    return []
  }
}

/** The folder of a repository; for a worktree, whose `.git` is a file, the shared one. A `.git` file inside the vault is not followed. */
function gitFolder(git: string, inVault: boolean): string {
  try {
    if (inVault || statSync(git).isDirectory()) return git
    const own = resolve(dirname(git), /^gitdir: (.*)$/m.exec(readFileSync(git, 'utf8'))?.[1]?.trim() ?? '')
    return resolve(own, readFileSync(join(own, 'commondir'), 'utf8').trim())
  } catch {
    return git
  }
}

function ignoresVault({ prefix, text }: OuterRules): boolean {
  return prefix !== '' && new IgnoreRules(text).ignores(`${prefix}/`)
}
