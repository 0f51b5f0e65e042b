import { FailureError } from '../../core/model/failure.ts'
import { askGit } from './start-program.ts'

/** What git knows of the files of a folder. */
export interface GitHistory {
  /** ISO 8601 times of the first and the last commit of a file, by path relative to the folder. */
  readonly dates: ReadonlyMap<string, { readonly created: string; readonly edited: string }>
  /** Former paths of files, each with its present path. */
  readonly formerNames: ReadonlyMap<string, string>
}

/** Reads when the files of a folder were committed and how they were renamed; empty when git gives no answer. */
export function gitHistory(root: string): GitHistory {
  const question = ['log', '--no-ext-diff', '--no-textconv', '-M', '--relative', '--name-status', '-z']
  const log = ifAnswered(() => askGit(root, [...question, '--format=%x01%cI', '--', '.']))
  const dates = new Map<string, { created: string; edited: string }>()
  const formerNames = new Map<string, string>()
  if (log !== undefined) readLog(log, dates, formerNames)
  return { dates, formerNames }
}

/** The answer of git; undefined when it may not be asked, or takes too long. */
export function ifAnswered<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof FailureError) return undefined
    throw error
  }
}

/** Reads the log newest first: after a rename, older commits of the former name belong to the new one. */
function readLog(
  log: string,
  dates: Map<string, { created: string; edited: string }>,
  formerNames: Map<string, string>,
): void {
  let time = ''
  const words = log.split('\0')
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] ?? '').replace(/^\n/, '')
    if (word.startsWith('\x01')) time = word.slice(1)
    else if (/^[RC]\d+$/.test(word)) {
      const [former = '', later = ''] = [words[++at], words[++at]]
      const path = formerNames.get(later) ?? later
      if (word.startsWith('R') && !dates.has(former)) formerNames.set(former, path)
      note(path)
    } else if (/^[A-Z]$/.test(word)) {
      const path = words[++at] ?? ''
      note(formerNames.get(path) ?? path)
    }
  }

  function note(path: string): void {
    const known = dates.get(path)
    if (known === undefined) dates.set(path, { created: time, edited: time })
    else known.created = time
  }
}
