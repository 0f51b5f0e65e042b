import * as fs from '../files/file-system.ts'
import { join } from 'node:path'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import { folderOf } from '../../core/model/note-path.ts'
import { readIgnoreFile } from './ignore-files.ts'
import { outerRules } from './outer-rules.ts'
import { realVaultPath } from './vault-path.ts'

/**
 * Tells which ignore file (as a path from the root) excludes a path of the vault, or that the configuration does, whether the file exists
 * or not. Undefined when the walk would find a file there. `patterns` are those of the configuration.
 */
export function ignoringFile(root: string, patterns: readonly string[]): (path: string) => string | undefined {
  const outer = [...outerRules(root)].reverse().map((rules) => ({ ...rules, rules: new IgnoreRules(rules.text) }))
  const sources = { ofConfig: new IgnoreRules(patterns.join('\n')), outer, rules: rulesOnce(root) }
  return (path) => {
    const segments = path.split('/')
    // As in the walk, everything in an excluded folder is excluded.
    for (let count = 1; count <= segments.length; count++) {
      const part = segments.slice(0, count).join('/')
      const by = decide(count < segments.length ? `${part}/` : part, sources)
      if (by !== undefined) return by
    }
    return undefined
  }
}

interface Sources {
  readonly ofConfig: IgnoreRules
  /** The rules of the folders above the vault, the innermost first. */
  readonly outer: readonly { readonly prefix: string; readonly file: string; readonly rules: IgnoreRules }[]
  /** The rules of an ignore file by its path. */
  readonly rules: (path: string) => IgnoreRules
}

/** Reads each ignore file only once, since every folder above a path is asked for, the outer ones first. */
function rulesOnce(root: string): Sources['rules'] {
  const read = new Map<string, IgnoreRules>()
  const missing = new Set<string>()
  const isMissing = (folder: string): boolean => {
    const isGone = missing.has(folderOf(folder)) || (folder !== '' && !fs.existsSync(join(root, folder)))
    if (isGone) missing.add(folder)
    return isGone
  }
  return (path) => {
    const rules = read.get(path) ?? new IgnoreRules(isMissing(folderOf(path)) ? '' : ignoreText(root, path))
    read.set(path, rules)
    return rules
  }
}

function decide(path: string, sources: Sources): string | undefined {
  const name = path.replace(/\/$/, '').split('/').at(-1) ?? ''
  if (name.startsWith('.') || name === 'node_modules') return 'its name'
  for (const { rules, path: seen, by } of rulesFor(path, sources)) {
    const verdict = rules.test(seen)
    if (verdict.ignored) return by
    if (verdict.unignored) return undefined
  }
  return undefined
}

/** All rules that may apply to a path, the innermost first, each with the path relative to its folder. */
function* rulesFor(
  path: string,
  { ofConfig, outer, rules }: Sources,
): Generator<{ readonly rules: IgnoreRules; readonly path: string; readonly by: string }> {
  for (let folder = folderOf(path.replace(/\/$/, '')); ; folder = folderOf(folder)) {
    const before = folder === '' ? '' : `${folder}/`
    for (const file of ['.ignore', '.gitignore'])
      yield { rules: rules(before + file), path: path.slice(before.length), by: before + file }
    if (folder === '') break
  }
  yield { rules: ofConfig, path, by: 'the configuration (ignore)' }
  for (const { prefix, rules: above, file } of outer)
    yield { rules: above, path: prefix === '' ? path : `${prefix}/${path}`, by: file }
}

/** The text of an ignore file; empty when it is missing or a link, as in the walk. */
function ignoreText(root: string, path: string): string {
  try {
    if (realVaultPath(fs, root, path, 'read') !== join(fs.realpathSync(root), path)) return ''
    return readIgnoreFile(join(root, path))
  } catch {
    return ''
  }
}
