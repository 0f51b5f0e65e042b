import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { comparableTag } from '../../query/tag-expression.ts'
import type { Condition } from './parse-query.ts'
import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { foldWord, wordsIn } from './words.ts'

/** Where a pattern matches each of some texts (at most 20 ranges a text); undefined when it took too long. */
export type PatternFinder = (
  pattern: { readonly source: string; readonly flags: string },
  texts: readonly string[],
) => Promise<readonly (readonly (readonly [number, number])[])[] | undefined>

/** What conditions are checked with. `readText` gives the text of a note. */
export interface ConditionSource {
  readonly notes: readonly Note[]
  readonly index: SearchIndex
  readonly readText: (path: string) => Promise<string>
  readonly findPattern: PatternFinder
}

/** The numbers of the notes that satisfy all conditions. The cheap ones are checked first, texts are read last. */
export async function satisfying(
  source: ConditionSource,
  conditions: readonly Condition[],
  among: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const cost = { field: 0, phrase: 1, pattern: 2 } as const
  let left = among
  for (const condition of [...conditions].sort((a, b) => cost[a.kind] - cost[b.kind])) {
    const holding = await notesHolding(source, condition, left)
    left = new Set([...left].filter((note) => holding.has(note) !== condition.not))
  }
  return left
}

async function notesHolding(
  source: ConditionSource,
  condition: Condition,
  among: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  switch (condition.kind) {
    case 'field':
      return new Set([...among].filter((number) => fieldHolds(source.notes[number], condition.field, condition.text)))
    case 'phrase':
      return notesWithPhrase(source, condition.text, among)
    case 'pattern':
      return notesWithPattern(source, condition, among)
  }
}

function fieldHolds(note: Note | undefined, field: 'title' | 'tag' | 'topic' | 'path', text: string): boolean {
  if (note === undefined) return false
  switch (field) {
    case 'title':
      return [note.title, ...note.aliases].some((name) => foldWord(name).includes(foldWord(text)))
    case 'path':
      return pathHolds(note.path.toLowerCase(), text.toLowerCase())
    case 'tag':
      return note.tags.some((tag) => {
        const [one, wanted] = [comparableTag(tag), comparableTag(text)]
        return one === wanted || one.startsWith(`${wanted}/`)
      })
    case 'topic':
      return note.topics.some((topic) => comparableTag(topic).includes(comparableTag(text)))
  }
}

/** Whether a path holds the parts between `*` in order. */
function pathHolds(path: string, text: string): boolean {
  let from = 0
  for (const part of text.split('*')) {
    const at = path.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

async function notesWithPhrase(
  source: ConditionSource,
  phrase: string,
  among: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const candidates = holdingAllWords(source.index, phrase, among)
  const words = wordsIn(phrase)
  if (words.length === 1 && candidates !== among) return candidates
  const pattern = phrasePattern(phrase)
  const found = new Set<number>()
  for (const number of candidates) {
    const note = source.notes[number]
    if (note === undefined) continue
    const names = [note.title, ...note.aliases, note.summary ?? ''].join('\n')
    if (pattern.test(foldText(names)) || pattern.test(foldText(await source.readText(note.path)))) found.add(number)
  }
  return found
}

/** The notes that the index knows to hold every word of a phrase; all, when the phrase has only stop words. */
function holdingAllWords(index: SearchIndex, phrase: string, among: ReadonlySet<number>): ReadonlySet<number> {
  let left = among
  for (const { text } of wordsIn(phrase)) {
    if (stopWords.has(text)) continue
    const term = index.term(stemOf(text))
    if (term === undefined) return new Set()
    const holding = new Set(index.postings(term).notes)
    left = new Set([...left].filter((note) => holding.has(note)))
  }
  return left
}

/** Finds the words of a phrase one after another, whatever stands between them but letters and digits, in folded text. */
export function phrasePattern(phrase: string): RegExp {
  const words = wordsIn(phrase).map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, ''))
  if (words.length === 0) return /(?!)/
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]{1,20}')}(?![\\p{L}\\p{N}])`, 'u')
}

/** Text as phrases are compared; ASCII text keeps its offsets. */
export function foldText(text: string): string {
  return foldWord(text)
}

async function notesWithPattern(
  source: ConditionSource,
  pattern: { readonly source: string; readonly flags: string },
  among: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  const numbers = [...among]
  for (let from = 0; from < numbers.length; from += 500) {
    const batch = numbers.slice(from, from + 500)
    const texts = await Promise.all(batch.map((number) => source.readText(source.notes[number]?.path ?? '')))
    const ranges = await source.findPattern(pattern, texts)
    if (ranges === undefined) return fail(tooSlow(pattern.source))
    for (const [at, number] of batch.entries()) if ((ranges[at]?.length ?? 0) > 0) found.add(number)
  }
  return found
}

/** A pattern that would run for ages is refused, not waited for. */
export function tooSlow(source: string): { kind: 'refused'; message: string; hint: string } {
  return {
    kind: 'refused',
    message: `the pattern /${source.slice(0, 60)}/ takes too long`,
    hint: 'repeat nothing that repeats itself, as in (a+)+; or look for a phrase in quotes',
  }
}
