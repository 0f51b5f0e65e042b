import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from './alternative.ts'

/** What Hebrew and Arabic write as a prefix of a word (and, in, as, to, from, that, the), and combinations of these. */
const particles: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^\p{sc=Hebrew}+$/u,
    ['ה', 'ו', 'ב', 'כ', 'ל', 'מ', 'ש', 'וה', 'וב', 'וכ', 'ול', 'ומ', 'וש', 'שה', 'שב', 'של', 'מה', 'כש'],
  ],
  [/^\p{sc=Arabic}+$/u, ['ال', 'و', 'ف', 'ب', 'ك', 'ل', 'وال', 'فال', 'بال', 'كال', 'لل', 'وب', 'ول', 'ولل', 'وبال']],
]

/** How many letters must be left when a prefix is taken away. */
const shortestBehind = 2

/** Words of the vault that are the word with a prefix; for a word that the vault lacks also those without its prefix or with another. */
export function withParticles(index: SearchIndex, word: string): readonly Alternative[] {
  const before = particles.find(([script]) => script.test(word))?.[1] ?? []
  const known = index.termOf(word)
  const bare =
    known === undefined ? before.filter((one) => word.startsWith(one)).map((one) => word.slice(one.length)) : []
  const found = new Map<string, Alternative>()
  for (const base of [word, ...bare.filter(({ length }) => length >= shortestBehind)])
    for (const particle of ['', ...before]) {
      const term = index.termOf(particle + base)
      if (term !== undefined && term !== known && !found.has(term))
        found.set(term, { terms: [term], weight: 0.9, way: 'spelling', as: particle + base })
    }
  return [...found.values()]
}
