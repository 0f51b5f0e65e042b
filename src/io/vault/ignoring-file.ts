import * as fs from '../files/file-system.ts'
import { join } from 'node:path'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import { folderOf } from '../../core/model/note-path.ts'
import { readIgnoreFile } from './ignore-files.ts'
import { outerRules } from './outer-rules.ts'
import { realVaultPath } from './vault-path.ts'

/**
 * Says by what a path of the vault is left out, whether a file is there or not: an ignore file, as a path from the root, or the
 * configuration. Undefined when the walk of the vault would see a file there. `patterns` are those of the configuration.
 */
export function ignoringFile(root: string, patterns: readonly string[]): (path: string) => string | undefined {
  const outer = outerRules(root)
  return (path) => {
    const segments = path.split('/')
    // As in the walk: what leaves out a folder leaves out all that is in it.
    for (let count = 1; count <= segments.length; count++) {
      const part = segments.slice(0, count).join('/')
      const by = decide(root, count < segments.length ? `${part}/` : part, { patterns, outer })
      if (by !== undefined) return by
    }
    return undefined
  }
}

interface Sources {
  readonly patterns: readonly string[]
  readonly outer: ReturnType<typeof outerRules>
}

function decide(root: string, path: string, { patterns, outer }: Sources): string | undefined {
  const name = path.replace(/\/$/, '').split('/').at(-1) ?? ''
  if (name.startsWith('.') || name === 'node_modules') return 'its name'
  for (const { text, path: seen, by } of rulesFor(root, path, { patterns, outer })) {
    const verdict = new IgnoreRules(text).test(seen)
    if (verdict.ignored) return by
    if (verdict.unignored) return undefined
  }
  return undefined
}

/** All rules that may say something of a path, the innermost first, with the path as they see it. */
function* rulesFor(
  root: string,
  path: string,
  { patterns, outer }: Sources,
): Generator<{ readonly text: string; readonly path: string; readonly by: string }> {
  for (let folder = folderOf(path.replace(/\/$/, '')); ; folder = folderOf(folder)) {
    const before = folder === '' ? '' : `${folder}/`
    for (const file of ['.ignore', '.gitignore'])
      yield { text: ignoreText(root, before + file), path: path.slice(before.length), by: before + file }
    if (folder === '') break
  }
  yield { text: patterns.join('\n'), path, by: 'the configuration (ignore)' }
  for (const { prefix, text, file } of [...outer].reverse())
    yield { text, path: prefix === '' ? path : `${prefix}/${path}`, by: file }
}

/** The text of an ignore file; one that is missing, or a link, says nothing, as in the walk. */
function ignoreText(root: string, path: string): string {
  try {
    if (realVaultPath(fs, root, path, 'read') !== join(fs.realpathSync(root), path)) return ''
    return readIgnoreFile(join(root, path))
  } catch {
    return ''
  }
}
