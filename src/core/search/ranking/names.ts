import type { Note } from '../../model/note.ts'
import { fileName, fileStem, folderOf } from '../../model/note-path.ts'
import { indexedNames, spokenStem } from '../index/note-words.ts'
import { keywordsOf } from '../keywords.ts'
import type { NoteSource } from '../note-source.ts'
import { foldText } from '../words/fold.ts'
import { wordsIn } from '../words/words-in.ts'
import { matter } from './concepts.ts'
import type { Matcher } from './matcher.ts'
import { acronymsOf } from './short-forms.ts'

/** The weight of a stop word in a phrase, where other words have 1; and of the initials of an alias, where those of the title have 1. */
const smallWord = 0.15
const ofAlias = 0.85

/** A word of a name that is worth this much stands in the query itself; a synonym or a typo of it is worth less. */
const surelySaid = 0.99

/** How much a word weighs in a phrase that no note holds. */
const unknownWeight = 0.1

/**
 * How nearly one name or keyword of a note is the query, 0 to 1. One phrase that answers the query is better than words scattered over
 * several.
 */
export function likenessOfNames(matcher: Matcher, note: Note): NameLikeness {
  let best = 0
  let named = false
  for (const name of partsOfNames(note)) {
    const { likeness, whole } = compare(matcher, name)
    best = Math.max(best, likeness)
    named ||= whole
  }
  for (const keyword of keywordsOf(note)) best = Math.max(best, phraseLikeness(matcher, keyword))
  for (const [at, name] of [note.title, ...note.aliases].entries())
    best = Math.max(best, (at === 0 ? 1 : ofAlias) * initialsLikeness(matcher, name))
  return { likeness: best, named }
}

/** How like the query the note's names are, and whether the query contains a whole name. */
export interface NameLikeness {
  readonly likeness: number
  readonly named: boolean
}

/** The names of a note, and the parts of its title: `PPO - Proximal Policy Optimization`, `Focal Loss (FL)`. */
function partsOfNames(note: Note): readonly string[] {
  const { title } = note
  const parts = title.split(/\s[-–—:]\s|[()]/).filter((part) => part.trim() !== '')
  return [...indexedNames(note), ...(parts.length > 1 ? [title.replace(/\([^()]*\)/g, ' '), ...parts] : [])]
}

/** The share of the query that a phrase answers, times the square root of the share of the phrase that the query names; 1 when both say the same. */
export function phraseLikeness(matcher: Matcher, phrase: string): number {
  return compare(matcher, phrase).likeness
}

const unlike = { likeness: 0, whole: false }

/** The likeness, and whether the query holds every word of the phrase, stop words aside, as it is written. */
function compare(matcher: Matcher, phrase: string): { readonly likeness: number; readonly whole: boolean } {
  const terms = matcher.termsIn(phrase)
  const share = terms.size === 0 ? 0 : matcher.share(matcher.values(terms))
  if (share === 0) return unlike
  let [said, all] = [0, 0]
  let whole = true
  const seen = new Set<string>()
  for (const { text } of wordsIn(phrase)) {
    if (seen.size === seen.add(text).size) continue
    if (matcher.isSmall(text)) {
      all += smallWord
      if (matcher.smallWords.has(text)) said += smallWord
      continue
    }
    const term = matcher.index.termOf(text)
    const weight = term === undefined ? unknownWeight : matter(matcher.index, term)
    const worth = term === undefined ? 0 : matcher.worthOf(term)
    all += weight
    if (worth > 0.4) said += weight * worth
    if (worth < surelySaid) whole = false
  }
  return { likeness: share * Math.sqrt(said / all), whole }
}

/** How much of the query a name answers by its initials and its words together. */
function initialsLikeness(matcher: Matcher, name: string): number {
  let best = 0
  for (const [short, weight] of acronymsOf(name)) {
    if (matcher.worthOf(short) === 0) continue
    const said = matcher.values(matcher.termsIn(name))
    const values = matcher.values(new Set([short])).map((value, at) => Math.max(weight * value, said[at] ?? 0))
    best = Math.max(best, matcher.share(values) * Math.sqrt(weight))
  }
  return best
}

/** A name as it is compared with what was typed: folded, blanks as one. */
export function comparableName(name: string): string {
  return foldText(name).trim().replace(/\s+/g, ' ')
}

/** The notes whose name is what was typed, by number, with how exactly: 1 as written, less with other letter case or accents. */
export function notesCalled(
  { vault, index }: Pick<NoteSource, 'vault' | 'index'>,
  typed: string,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const base = typed.slice(typed.lastIndexOf('/') + 1)
  const stems = [base, fileStem(base)].flatMap((stem) => [stem, spokenStem(stem)])
  for (const name of new Set([typed, ...stems].map(comparableName)))
    for (const number of index.named(name)) {
      const note = vault.notes[number]
      const worth = note === undefined ? 0 : exactness(note, typed)
      if (worth > 0) found.set(number, worth)
    }
  return found
}

/** How exactly what was typed is a name of the note, its file name and path included; 0 when it is not. */
export function exactness(note: Note, typed: string): number {
  const asTyped = typed.trim().replace(/\s+/g, ' ')
  const { path } = note
  const stem = fileStem(path)
  const ofFile = [fileName(path), stem, path, folderOf(path) === '' ? stem : `${folderOf(path)}/${stem}`]
  const folded = comparableName(typed)
  let best = 0
  for (const [at, name] of [...indexedNames(note), ...ofFile].entries()) {
    if (comparableName(name) !== folded) continue
    const same = name.trim().replace(/\s+/g, ' ').normalize('NFC') === asTyped.normalize('NFC')
    best = Math.max(best, (same ? 1 : 0.98) - (at === 0 ? 0 : 0.01))
  }
  return best
}
