import { everydaySynonyms } from './everyday-synonyms.ts'
import { germanSynonyms } from './german-synonyms.ts'
import type { ShortForm } from './short-forms.ts'
import { softwareSynonyms } from './software-synonyms.ts'
import { stemOf } from '../words/english-stem.ts'
import { technicalSynonyms } from './technical-synonyms.ts'
import { wordsIn } from '../words/words-in.ts'

/** Words that may stand for others: as stems to look up, and as written, for people. */
export interface Synonym {
  readonly stems: readonly string[]
  readonly as: string
  /** How much of a match it is worth, 0 to 1. */
  readonly weight: number
}

/** A group of words as it was added; its stems are computed only when one of its words may be in the query. */
interface Group {
  readonly words: readonly string[]
  readonly weight: number
  members?: readonly Synonym[]
}

/** Groups in the order in which they were added. */
interface Groups {
  /** The groups that may hold a phrase that begins with these two letters or more; given none, with anything but two letters. */
  readonly beginning: (letters: string) => readonly Group[]
}

/** Groups of words that mean the same or nearly so, looked up by stem. Only groups that may match a lookup are stemmed. */
export class Thesaurus {
  readonly #parts: Groups[] = []

  /** `groups` hold words or phrases that stand for each other; a weight of 1 is as good as the word itself. */
  add(groups: Iterable<readonly string[]>, weight: number): this {
    this.#parts.push(listedGroups(groups, weight))
    return this
  }

  /** Adds a table: a group a line, its words, ASCII in small letters, parted by a comma and a space. */
  addTable(table: string, weight: number): this {
    this.#parts.push(tableGroups(table, weight))
    return this
  }

  /** What stands for some neighbouring words, which are folded. */
  sameAs(words: readonly string[]): readonly Synonym[] {
    const wanted = words.map(stemOf).join(' ')
    const letters = lettersOf(wanted)
    const beginning = surelyBegins(wanted)
    return this.#parts.flatMap((part) => part.beginning(beginning)).flatMap((group) => othersOf(group, wanted, letters))
  }
}

/** The other words of a group that holds `wanted`. */
function othersOf(group: Group, wanted: string, letters: string): readonly Synonym[] {
  if (!group.words.some((word) => mayBegin(word, letters) && stemmed(word).join(' ') === wanted)) return []
  const members = (group.members ??= group.words.map((as) => ({ stems: stemmed(as), as, weight: group.weight })))
  return members
    .filter((member) => member.stems.join(' ') === wanted)
    .flatMap((member) => members.filter((other) => other !== member && other.stems.length > 0))
}

function stemmed(phrase: string): readonly string[] {
  return wordsIn(phrase).map(({ text }) => stemOf(text))
}

/** The first two letters or digits of a phrase, when it begins with these. */
function lettersOf(phrase: string): string {
  return /^[a-z0-9]{2}/i.exec(phrase)?.[0].toLowerCase() ?? ''
}

/** What a phrase in small ASCII letters begins with when it has these stems: of a stem, only the last three letters may differ from its word. */
function surelyBegins(stems: string): string {
  const first = /^[a-z0-9]{2,}/.exec(stems)?.[0] ?? ''
  return first.slice(0, Math.max(2, first.length - 3))
}

/** Whether the stems of a phrase may begin with two letters. */
function mayBegin(phrase: string, letters: string): boolean {
  const own = lettersOf(phrase)
  return own === '' || beginningsOf(letters).includes(own)
}

/** The letters that a phrase may begin with when its stems begin with two given letters: the stem of `dying` is `die`. */
function beginningsOf(letters: string): readonly string[] {
  return /^[dlt]i$/.test(letters) ? [letters, `${letters.charAt(0)}y`] : [letters]
}

function listedGroups(groups: Iterable<readonly string[]>, weight: number): Groups {
  let byLetters: Map<string, number[]> | undefined
  const all: Group[] = []
  const sorted = (): Map<string, number[]> => {
    const places = new Map<string, number[]>()
    for (const words of groups) {
      const place = all.push({ words, weight }) - 1
      for (const letters of new Set(words.map(lettersOf))) append(places, letters, place)
    }
    return places
  }
  return {
    beginning: (letters) => {
      const places = (byLetters ??= sorted())
      const found = new Set([...beginningsOf(letters.slice(0, 2)), ''].flatMap((one) => places.get(one) ?? []))
      return [...found].sort((a, b) => a - b).flatMap((place) => all[place] ?? [])
    },
  }
}

function tableGroups(table: string, weight: number): Groups {
  const known = new Map<string, readonly Group[]>()
  const lines = new Map<number, Group>()
  const groupAt = (start: number): Group => {
    const group = lines.get(start) ?? { words: table.slice(start, table.indexOf('\n', start)).split(', '), weight }
    lines.set(start, group)
    return group
  }
  return {
    beginning: (letters) => {
      const before = known.get(letters)
      if (before !== undefined) return before
      const starts = new Set(beginningsOf(letters).flatMap((one) => [...linesWith(table, one)]))
      const groups = [...starts].sort((a, b) => a - b).map(groupAt)
      known.set(letters, groups)
      return groups
    },
  }
}

/** Where the lines start that hold a phrase with such a beginning, or one that does not begin with two letters (`n-gram`). */
function* linesWith(table: string, letters: string): Iterable<number> {
  if (letters === '')
    for (const { index } of table.matchAll(/(?:\n|, )(?![a-z0-9]{2})./g)) yield table.lastIndexOf('\n', index) + 1
  else
    for (const mark of ['\n', ', '])
      for (let at = table.indexOf(mark + letters); at >= 0; at = table.indexOf(mark + letters, at + 1))
        yield table.lastIndexOf('\n', at) + 1
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
    for (const table of [everydaySynonyms, technicalSynonyms, softwareSynonyms, germanSynonyms])
      thesaurus.addTable(table, 0.6)
  }
  return thesaurus.add(own, 0.8).add(shortForms, 0.85)
}
