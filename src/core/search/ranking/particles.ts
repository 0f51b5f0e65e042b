import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from './alternative.ts'

/** What Hebrew and Arabic write in one with the word behind it: and, in, as, to, from, that, the, and what these make together. */
const particles: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^\p{sc=Hebrew}+$/u,
    ['ה', 'ו', 'ב', 'כ', 'ל', 'מ', 'ש', 'וה', 'וב', 'וכ', 'ול', 'ומ', 'וש', 'שה', 'שב', 'של', 'מה', 'כש'],
  ],
  [/^\p{sc=Arabic}+$/u, ['ال', 'و', 'ف', 'ب', 'ك', 'ل', 'وال', 'فال', 'بال', 'كال', 'لل', 'وب', 'ول', 'ولل', 'وبال']],
]

/** The shortest word that is left where a particle is taken away. */
const shortestBehind = 2

/** Words of the vault that are a word with a particle before it; of a word that the vault lacks also without the one it has, or with another. */
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
