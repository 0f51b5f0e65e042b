import type { SearchIndex } from '../index/search-index.ts'
import { letterMask } from '../index/segment.ts'
import type { Alternative } from './alternative.ts'

/** Languages that write compounds in one word. */
const compounding: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'no', 'da', 'fi', 'hu'])

/** What may join the parts of a compound. */
const joints = ['', 's', 'n', 'en', 'es', 'er', 'e']

/** The shortest part of a compound. */
const shortestPart = 4

/** Words of the vault that end with a word, in languages that join them: `Bahn` finds Straßenbahn. */
export function compoundsWith(index: SearchIndex, word: string): readonly Alternative[] {
  if (word.length < shortestPart || !index.languages.some((language) => compounding.has(language))) return []
  const found = new Map<string, Alternative>()
  const letters = letterMask(word)
  for (const { segment } of index.layers) {
    for (let place = 0; place < segment.words.length; place++) {
      if ((segment.wordLengths[place] ?? 0) < word.length + 3) continue
      // Only a word that has all letters of the other is decoded: decoding is the expensive part.
      if (((segment.wordMasks[place] ?? 0) & letters) !== letters) continue
      const text = segment.words.at(place) ?? ''
      if (!text.endsWith(word)) continue
      const term = segment.terms.at(segment.wordTerms[place] ?? 0) ?? ''
      if (index.has(term)) found.set(term, { terms: [term], weight: 0.6, way: 'compound', as: text })
    }
  }
  return [...found.values()].slice(0, 40)
}

/**
 * The words of the vault that an unknown word is made of (`treesearch`, `Versicherungsbeitrag`); only one of them when the vault has no
 * more.
 */
export function partsOfCompound(index: SearchIndex, word: string): readonly Alternative[] {
  for (let at = word.length - shortestPart; at >= shortestPart; at--) {
    const tail = index.termOf(word.slice(at))
    if (tail === undefined) continue
    for (const joint of joints) {
      if (!word.slice(0, at).endsWith(joint)) continue
      const head = word.slice(0, at - joint.length)
      const term = head.length < shortestPart - 1 ? undefined : index.termOf(head)
      if (term !== undefined)
        return [{ terms: [term, tail], weight: 0.9, way: 'parted', as: `${head} ${word.slice(at)}` }]
    }
  }
  return partsAlone(index, word)
}

/** The beginning or the end of a word, where the vault has it as a word, each worth half: `Schlüsselbund` finds `Schlüssel`. */
function partsAlone(index: SearchIndex, word: string): readonly Alternative[] {
  const found = new Map<string, Alternative>()
  for (let at = shortestPart; at <= word.length - shortestPart; at++)
    for (const part of [...(at > shortestPart ? [word.slice(0, at)] : []), word.slice(at)]) {
      const term = index.termOf(part)
      if (term !== undefined) found.set(term, { terms: [term], weight: 0.5, way: 'parted', as: part })
    }
  return [...found.values()]
}
