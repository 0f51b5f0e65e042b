import type { DelimiterRun } from '../delimiter-run.ts'
import { EQUALS, TILDE, UNDERSCORE, isAsciiPunctuation, isSpace } from '../../character.ts'
import type { InlineSource } from '../inline-source.ts'
import type { Mark } from './mark.ts'

/** A run of `*`, `_`, `~` or `=`; whether it marks anything is decided when its block has been read (`pairDelimiters`). */
export const emphasisRun: Mark<'run'> = {
  type: 'run',
  starts: '*_~=',
  detail: true,
  read(source, at) {
    const end = at + source.runLength(at)
    return { type: 'run', start: at, end, run: delimiterRun(source, at, end) }
  },
}

type CharacterKind = 'space' | 'punctuation' | 'other'

/** The run of [start, end): what it may do follows from the characters around it (CommonMark 6.2). */
function delimiterRun(source: InlineSource, start: number, end: number): DelimiterRun {
  const { text } = source
  const mark = text.charCodeAt(start)
  const before = kindOf(start === source.start ? ' ' : characterBefore(text, start))
  const after = kindOf(end >= source.end ? ' ' : String.fromCodePoint(text.codePointAt(end) ?? 32))
  const left = flanks(after, before)
  const right = flanks(before, after)
  // A `_` inside a word neither opens nor closes.
  const canOpen = left && (mark !== UNDERSCORE || !right || before === 'punctuation')
  const canClose = right && (mark !== UNDERSCORE || !left || after === 'punctuation')
  return { mark, canOpen, canClose, length: end - start, left: end - start }
}

/** Whether a run leans on what it touches (`near`), seen from what is on its other side. */
function flanks(near: CharacterKind, far: CharacterKind): boolean {
  return near !== 'space' && (near !== 'punctuation' || far !== 'other')
}

/** What a pair of runs puts around the text between them. */
export type Emphasis = 'emphasis' | 'strong' | 'struck' | 'highlight'

/** Two runs that mark what is between them with `used` characters each, the innermost that are not taken yet. */
export interface DelimiterPair {
  readonly opener: DelimiterRun
  readonly closer: DelimiterRun
  readonly emphasis: Emphasis
  readonly used: number
}

/**
 * Pairs the runs of a text, in order, and takes from `left` what marks emphasis, strikethrough or highlighting. Linear in their number.
 * The pairs come innermost first.
 */
export function pairDelimiters(runs: readonly DelimiterRun[]): readonly DelimiterPair[] {
  const open: DelimiterRun[] = []
  const bottoms = new Map<string, number>()
  const pairs: DelimiterPair[] = []
  for (const run of runs) {
    if (run.canClose) closeWith(run, open, bottoms, pairs)
    if (run.canOpen && run.left > 0) open.push(run)
  }
  return pairs
}

function emphasisOf(mark: number, used: number): Emphasis {
  if (isWhole(mark)) return mark === TILDE ? 'struck' : 'highlight'
  return used === 2 ? 'strong' : 'emphasis'
}

function closeWith(
  run: DelimiterRun,
  open: DelimiterRun[],
  bottoms: Map<string, number>,
  pairs: DelimiterPair[],
): void {
  const key = `${String(run.mark)} ${String(run.canOpen)} ${String(run.length % 3)}`
  while (run.left > 0) {
    const bottom = Math.min(bottoms.get(key) ?? 0, open.length)
    const index = findOpener(run, open, bottom)
    const opener = open[index]
    if (opener === undefined) {
      bottoms.set(key, open.length)
      return
    }
    open.length = index + 1
    const used = isWhole(run.mark) ? run.left : Math.min(2, run.left, opener.left)
    run.left -= used
    opener.left -= used
    pairs.push({ opener, closer: run, emphasis: emphasisOf(run.mark, used), used })
    if (opener.left === 0) open.pop()
  }
}

function findOpener(run: DelimiterRun, open: readonly DelimiterRun[], bottom: number): number {
  for (let i = open.length - 1; i >= bottom; i--) {
    const opener = open[i]
    if (opener !== undefined && opener.mark === run.mark && fits(opener, run)) return i
  }
  return -1
}

function fits(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (isWhole(opener.mark))
    return opener.left === closer.left && opener.length <= 2 && (opener.mark === TILDE || opener.length === 2)
  if (!opener.canClose && !closer.canOpen) return true
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
}

/** `~~` and `==` pair as wholes only. */
function isWhole(mark: number): boolean {
  return mark === TILDE || mark === EQUALS
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at)
}

function kindOf(character: string): CharacterKind {
  const code = character.charCodeAt(0)
  if (code < 128) return isSpace(code) ? 'space' : isAsciiPunctuation(code) ? 'punctuation' : 'other'
  if (/\s/u.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other'
}
