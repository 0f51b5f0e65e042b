import { fail } from '../model/failure.ts'
import { IgnoreRules } from './ignore-rules.ts'

/** The patterns of a configuration key that hides notes. Fails for a pattern that can match nothing: what it should hide would be shown. */
export function hidingRules(key: string, patterns: readonly string[]): IgnoreRules {
  const idle = patterns.find((pattern) => new IgnoreRules(pattern).isEmpty)
  if (idle !== undefined)
    fail({
      kind: 'refused',
      message: `${key} in the configuration has ${JSON.stringify(idle)}, which hides nothing: ${reasonOf(idle)}`,
      hint: hintOf(idle),
    })
  return new IgnoreRules(patterns.join('\n'))
}

function reasonOf(pattern: string): string {
  return pattern.startsWith('#') ? 'what begins with # is a comment' : 'it is no pattern of .gitignore'
}

function hintOf(pattern: string): string {
  const meant = pattern.replace(/^#|\[/g, '\\$&')
  if (meant === pattern) return 'name a folder or files, as in diary/ or *.private.md'
  return `put a backslash before a # or [ that stands for itself: '${meant}'`
}
