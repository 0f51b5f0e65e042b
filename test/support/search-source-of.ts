import { buildIndex } from '../../src/core/search/index/build-index.ts'
import type { SearchSource } from '../../src/core/search/search-notes.ts'
import { patternFinder } from '../../src/io/files/find-pattern.ts'
import { vaultOf } from './vault-of.ts'

/** A searchable vault made from the texts of its notes by path. */
export function searchSourceOf(
  texts: Readonly<Record<string, string>>,
  synonyms: readonly (readonly string[])[] = [],
): SearchSource {
  const vault = vaultOf(texts)
  const index = buildIndex(vault, (path) => texts[path] ?? '')
  return {
    vault,
    index,
    synonyms,
    readText: (path) => Promise.resolve(texts[path] ?? ''),
    ranksByTexts: true,
    findPattern: (pattern, found) => Promise.resolve(patternFinder()(pattern, found)),
  }
}
