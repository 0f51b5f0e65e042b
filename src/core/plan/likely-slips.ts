import type { Problem } from '../checks/check-vault.ts'
import type { Slip } from '../checks/rule.ts'
import type { Span } from '../model/span.ts'
import { wordsOf } from '../query/names/slip.ts'
import type { PlanSource } from './draft.ts'

/** A problem that is a slip of letters of one name. */
export type SlipProblem = Problem & { readonly slip: Slip }

/**
 * The problems whose links are slips of letters: the word with the slip stands nowhere in the vault but in links that have it too, so that
 * it is no word of its own (`Hypotension` beside `Hypertension`).
 */
export function likelySlips(source: PlanSource, problems: readonly Problem[]): readonly SlipProblem[] {
  const slips = problems.filter((problem): problem is SlipProblem => problem.slip !== undefined)
  if (slips.length === 0) return []
  const links = new Map<string, Span[]>()
  for (const { path, slip } of slips)
    if (slip.fix.kind === 'link') links.set(path, [...(links.get(path) ?? []), slip.fix.link.span])
  const wanted = new Set(slips.map(({ slip }) => slip.word))
  const used = new Set<string>()
  for (const { path, title, aliases } of source.vault.notes) {
    const texts = [path, title, ...aliases, textWithout(source.textOf(path), links.get(path) ?? [])]
    for (const word of wordsOf(texts.join('\n'))) if (wanted.has(word)) used.add(word)
  }
  return slips.filter(({ slip }) => !used.has(slip.word))
}

function textWithout(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, Math.max(at, start)))
    at = Math.max(at, end)
  }
  return [...parts, text.slice(at)].join(' ')
}

/** The problems with their slips as what is to be fixed. */
export function asFixes(slips: readonly SlipProblem[]): readonly Problem[] {
  return slips.map(({ slip, ...problem }) => ({ ...problem, fix: slip.fix }))
}
