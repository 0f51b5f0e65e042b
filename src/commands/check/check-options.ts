import { distance } from 'fastest-levenshtein'
import type { RuleChoice } from '../../core/checks/choose-rules.ts'
import { fail } from '../../core/model/failure.ts'
import { isProblemCode, type ProblemCode, problemCodes } from '../../core/model/problem-code.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { forceUnreadableOption } from '../change/plan-source.ts'
import type { OptionSpec } from '../command.ts'
import type { Options } from '../arguments/options.ts'

/** The options of `wend check`. */
export const checkOptions: readonly OptionSpec[] = [
  {
    flags: '--only <codes>',
    description: 'only these rules, also those that are off otherwise',
    many: true,
    completes: 'code',
  },
  { flags: '--skip <codes>', description: 'all but these rules', many: true, completes: 'code' },
  { flags: '--strict', description: 'links that hold by title, alias or slug alone are errors' },
  { flags: '--infos', description: 'also show what is only worth knowing; text counts it in one line otherwise' },
  {
    flags: '--baseline <file>',
    description: 'only what an earlier check did not find: FILE holds its --json',
    completes: 'file',
  },
  { flags: '--staged', description: 'only notes that are staged for the next git commit, and as they are staged' },
  { flags: '--changed', description: 'only notes that differ from the last git commit' },
  { flags: '--max-warnings <count>', description: 'so many warnings still give exit code 0 (default: 0)' },
  { flags: '--exit-zero', description: 'exit code 0 whatever is found' },
  { flags: '--fix', description: 'make the changes that are certain: same name but for case, blanks, encoding, path' },
  { flags: '--fix-typos', description: 'also likely typos, each shown first on a terminal' },
  { ...forceUnreadableOption, description: 'with --fix: also when some notes cannot be read' },
  dryRunOption,
  {
    flags: '--explain <code>',
    description: 'print the page of a problem: what triggers it, the fix, why',
    completes: 'code',
  },
  { flags: '--external', description: 'also ask web addresses whether they answer' },
  { flags: '--private', description: 'with --external: also ask addresses of this machine and its network' },
  { flags: '--accept <statuses>', description: 'HTTP statuses that count as an answer (default: 200-299)', many: true },
  { flags: '--timeout <seconds>', description: 'how long to wait for a web address (default: 20)' },
  { flags: '--url-age <hours>', description: 'how long an answer of a web address counts (default: 24)' },
]

/** The rules that a command line chooses; fails on an unknown code, with a similar one. */
export function readRuleChoice(options: Options): RuleChoice {
  return {
    only: readCodes(options.texts('only')),
    skip: readCodes(options.texts('skip')),
    strict: options.flag('strict'),
    external: options.flag('external'),
  }
}

/** Splits lists of codes at commas and spaces; fails on an unknown one. */
export function readCodes(lists: readonly string[]): readonly ProblemCode[] {
  return lists
    .flatMap((list) => list.split(/[\s,]+/))
    .filter((word) => word !== '')
    .map((word) => (isProblemCode(word) ? word : unknownCode(word)))
}

function unknownCode(word: string): never {
  return fail({
    kind: 'usage',
    message: `no problem has the code "${word.slice(0, 100)}"${didYouMean(word)}`,
    hint: `codes: ${problemCodes.join(', ')}`,
  })
}

/** A question with the code most like a word, after a semicolon; empty when none is similar. */
export function didYouMean(word: string): string {
  const nearest = [...problemCodes].sort((a, b) => distance(word, a) - distance(word, b))[0]
  return nearest !== undefined && distance(word, nearest) <= nearest.length / 2 ? `; did you mean "${nearest}"?` : ''
}

/** Reads `200,403,500-599` into a test of a status; fails on anything else. */
export function readStatuses(lists: readonly string[]): (status: number) => boolean {
  if (lists.length === 0) return (status) => status >= 200 && status < 300
  const ranges = lists
    .flatMap((list) => list.split(/[\s,]+/))
    .filter((word) => word !== '')
    .map((word) => {
      const match = /^([1-5]\d\d)(?:(?:-|\.\.=?)([1-5]\d\d))?$/.exec(word)
      if (match === null)
        return fail({
          kind: 'usage',
          message: `--accept needs HTTP statuses such as 200,403 or 200-299, not "${word}"`,
        })
      return { from: Number(match[1]), to: Number(match[2] ?? match[1]) }
    })
  if (ranges.length === 0)
    fail({ kind: 'usage', message: '--accept is empty', hint: 'name HTTP statuses such as 200,403 or 200-299' })
  return (status) => ranges.some(({ from, to }) => status >= from && status <= to)
}
