import { everydaySynonyms } from './everyday-synonyms.ts'
import type { ShortForm } from './short-forms.ts'
import { softwareSynonyms } from './software-synonyms.ts'
import { stemOf } from './stem.ts'
import { technicalSynonyms } from './technical-synonyms.ts'
import { wordsIn } from './words.ts'

/** Words that may stand for others: as stems to look up, and as written, for people. */
export interface Synonym {
  readonly stems: readonly string[]
  readonly as: string
  /** How much of a match it is worth, 0 to 1. */
  readonly weight: number
}

/** A group of words as it was added. */
interface Group {
  readonly words: readonly string[]
  readonly weight: number
}

/** Groups of words that mean the same or nearly so, looked up by stem. Only groups that a lookup may mean are stemmed. */
export class Thesaurus {
  readonly #groups: Group[] = []
  readonly #members = new Map<number, readonly Synonym[]>()
  /** Groups by the first two letters of their words, in the order they were added. */
  readonly #byLetters = new Map<string, number[]>()

  /** `groups` hold words or phrases that stand for each other; a weight of 1 is as good as the word itself. */
  add(groups: Iterable<readonly string[]>, weight: number): this {
    for (const words of groups) {
      const group = this.#groups.push({ words, weight }) - 1
      for (const letters of new Set(words.map(lettersOf))) append(this.#byLetters, letters, group)
    }
    return this
  }

  sameAs(stems: readonly string[]): readonly Synonym[] {
    const wanted = stems.join(' ')
    const groups = new Set([...(this.#byLetters.get(lettersOf(wanted)) ?? []), ...(this.#byLetters.get('') ?? [])])
    return [...groups]
      .sort((a, b) => a - b)
      .flatMap((group) => {
        const members = this.#stemmed(group)
        return members
          .filter((member) => member.stems.join(' ') === wanted)
          .flatMap((member) => members.filter((other) => other !== member && other.stems.length > 0))
      })
  }

  #stemmed(number: number): readonly Synonym[] {
    const known = this.#members.get(number)
    if (known !== undefined) return known
    const { words = [], weight = 0 } = this.#groups[number] ?? {}
    const members = words.map((as) => ({ stems: wordsIn(as).map(({ text }) => stemOf(text)), as, weight }))
    this.#members.set(number, members)
    return members
  }
}

/** What a phrase and its stems begin with alike; empty where stemming may change that (`dying`, `die`). */
function lettersOf(phrase: string): string {
  return /^[a-z0-9][a-xz0-9]/i.exec(phrase)?.[0].toLowerCase() ?? ''
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The general synonyms, those of a vault's configuration, which count more, and the short forms that its notes explain. */
export function generalThesaurus(
  own: readonly (readonly string[])[],
  shortForms: readonly ShortForm[],
  general: boolean,
): Thesaurus {
  const thesaurus = new Thesaurus()
  if (general) {
    thesaurus.add([...everydaySynonyms, ...technicalSynonyms, ...softwareSynonyms], 0.6)
  }
  return thesaurus.add(own, 0.8).add(shortForms, 0.85)
}
