import { stringify } from 'yaml'
import { settings } from './config-settings.ts'

/**
 * The text of a new configuration file: every key that its owner may set, commented out and explained, and the keys in `values` (such as
 * `check.ignore`) set.
 */
export function configText(values: ReadonlyMap<string, unknown>, of: 'user' | 'vault' = 'vault'): string {
  const sections = new Map<string, string[]>()
  for (const [key, { about, example, owner }] of settings) {
    if (owner === 'user' && of === 'vault') continue
    const [section, name] = key.includes('.')
      ? [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]
      : ['', key]
    const indent = section === '' ? '' : '  '
    const value = values.get(key)
    const line = value === undefined ? `# ${indent}${name}: ${example}` : `${indent}${name}: ${flow(value)}`
    const block = [`${value === undefined ? `# ${indent}` : `${indent}# `}${about}`, line]
    sections.set(section, [...(sections.get(section) ?? []), ...block])
  }
  const isSet = (section: string): boolean => [...values.keys()].some((key) => key.startsWith(`${section}.`))
  const parts = [...sections].map(([section, lines]) =>
    section === '' ? spread(lines) : [isSet(section) ? `${section}:` : `# ${section}:`, ...lines].join('\n'),
  )
  return `${heads[of]}\n\n${parts.join('\n\n')}\n`
}

const commented = '# A key that is commented out stands at its example, not at what holds without it: wend config list.'

const heads = {
  vault: `# The configuration of this vault. Its folder is the root: paths and links begin here.\n${commented}`,
  user: `# Your own configuration, for all vaults; what a vault sets wins there.\n${commented}`,
}

/** Keys outside sections are separated by blank lines. */
function spread(lines: readonly string[]): string {
  return lines.map((line, at) => (at % 2 === 0 && at > 0 ? `\n${line}` : line)).join('\n')
}

/** A value in YAML, on one line. */
export function flow(value: unknown): string {
  if (typeof value === 'string' && /[\n\r]/.test(value)) return JSON.stringify(value)
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd()
}
