import type { Problem } from '../checks/check-vault.ts'
import type { Typo } from '../checks/rule.ts'
import type { Span } from '../model/span.ts'
import { wordsOf } from '../query/names/typo.ts'
import type { PlanSource } from './draft.ts'

/** A problem that is a typo of one name. */
export type TypoProblem = Problem & { readonly typo: Typo }

/**
 * The problems whose links are typos: the misspelled word stands nowhere in the vault but in broken links with the same typo, so that it is
 * no word of its own (`Hypotension` beside `Hypertension`).
 */
export function likelyTypos(source: PlanSource, problems: readonly Problem[]): readonly TypoProblem[] {
  const typos = problems.filter((problem): problem is TypoProblem => problem.typo !== undefined)
  if (typos.length === 0) return []
  const links = new Map<string, Span[]>()
  for (const { path, typo } of typos)
    if (typo.fix.kind === 'link') links.set(path, [...(links.get(path) ?? []), typo.fix.link.span])
  const wanted = new Set(typos.map(({ typo }) => typo.word))
  const used = new Set<string>()
  for (const { path, title, aliases } of source.vault.notes) {
    const texts = [path, title, ...aliases, textWithout(source.textOf(path), links.get(path) ?? [])]
    for (const word of wordsOf(texts.join('\n'))) if (wanted.has(word)) used.add(word)
  }
  return typos.filter(({ typo }) => !used.has(typo.word))
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

/** The problems with the changes for their typos as fixes. */
export function asFixes(typos: readonly TypoProblem[]): readonly Problem[] {
  return typos.map(({ typo, ...problem }) => ({ ...problem, fix: typo.fix }))
}
