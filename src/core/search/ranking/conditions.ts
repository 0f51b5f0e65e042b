import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import type { Comparison, Expression } from '../expression/expression.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { fieldHolds, fieldValues } from '../field-values.ts'
import { queryField } from '../query.ts'
import { foldText } from '../words/fold.ts'
import { phrasePattern } from '../written-patterns.ts'
import { withoutLayout } from '../words/scan-words.ts'
import { wordsIn } from '../words/words-in.ts'

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
  /** The stems that a word the vault lacks may have in its languages. */
  readonly stemsOf: (word: string) => readonly string[]
  readonly isSmall: (word: string) => boolean
}

type Numbers = ReadonlySet<number>

/** The numbers of those notes that satisfy all conditions. Cheap conditions are checked first; texts are read last. */
export async function satisfying(
  source: ConditionSource,
  conditions: readonly Expression[],
  among: Numbers,
): Promise<Numbers> {
  let left = among
  for (const condition of [...conditions].sort((a, b) => costOf(a) - costOf(b)))
    left = await holding(source, condition, left)
  return left
}

function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'field':
      return queryField(expression.name) === 'content' ? 2 : 0
    case 'word':
      return 1
    case 'phrase':
      return 2
    case 'pattern':
      return 3
    case 'not':
      return costOf(expression.of)
    case 'and':
    case 'or':
      return Math.max(...expression.of.map(costOf))
  }
}

async function holding(source: ConditionSource, expression: Expression, among: Numbers): Promise<Numbers> {
  if (among.size === 0) return among
  switch (expression.kind) {
    case 'and':
      return satisfying(source, expression.of, among)
    case 'or': {
      const found = new Set<number>()
      for (const part of expression.of)
        for (const number of await holding(source, part, new Set([...among].filter((one) => !found.has(one)))))
          found.add(number)
      return found
    }
    case 'not': {
      const held = await holding(source, expression.of, among)
      return new Set([...among].filter((number) => !held.has(number)))
    }
    case 'word':
      return withAllWords(source, expression.text, among)
    case 'phrase':
      return withPhrase(source, expression.text, among)
    case 'pattern':
      return withPattern(source, expression, among)
    case 'field':
      return withField(source, expression, among)
  }
}

/** The notes that hold every word of a text by the index; stop words do not count beside others. */
function withAllWords(source: ConditionSource, text: string, among: Numbers): Numbers {
  const { index, stemsOf, isSmall } = source
  const words = wordsIn(withoutLayout(text)).filter(({ kind }) => kind !== 'signed')
  const signed = wordsIn(text).find(({ kind, text: name }) => kind === 'signed' && index.has(name))
  const meaningful = words.filter((word) => !isSmall(word.text))
  let left = among
  for (const word of signed === undefined ? (meaningful.length > 0 ? meaningful : words) : [signed]) {
    const own = index.termOf(word.text)
    const terms = own === undefined ? (word.kind === 'signed' ? [word.text] : stemsOf(word.text)) : [own]
    const held = new Set(terms.flatMap((term) => [...(index.postings(term)?.notes ?? [])]))
    left = new Set([...left].filter((number) => held.has(number)))
  }
  return left
}

async function withPhrase(source: ConditionSource, phrase: string, among: Numbers): Promise<Numbers> {
  const candidates = withAllWords(source, phrase, among)
  const words = wordsIn(phrase)
  if (words.length === 1 && words[0]?.kind === 'word' && !source.isSmall(words[0].text)) return candidates
  const pattern = phrasePattern(phrase)
  const found = new Set<number>()
  for (const number of candidates) {
    const note = source.notes[number]
    if (note === undefined) continue
    const values = [note.title, ...note.aliases, note.summary ?? '']
    const body = async (): Promise<string> => (await source.readText(note.path)).slice(note.bodyStart)
    if (values.some((value) => pattern.test(foldText(value))) || pattern.test(foldText(await body()))) found.add(number)
  }
  return found
}

async function withPattern(
  source: ConditionSource,
  pattern: { readonly source: string; readonly flags: string },
  among: Numbers,
): Promise<Numbers> {
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

/** The failure for a pattern that ran out of time or that the engine has no memory for. */
export function tooSlow(source: string): { kind: 'refused'; message: string; hint: string } {
  return {
    kind: 'refused',
    message: `the pattern /${source.slice(0, 60)}/ is too large or takes too long`,
    hint: 'repeat nothing that repeats itself, as in (a+)+; or look for a phrase in quotes',
  }
}

async function withField(source: ConditionSource, comparison: Comparison, among: Numbers): Promise<Numbers> {
  const field = queryField(comparison.name)
  if (comparison.flags !== undefined) return withFieldPattern(source, { ...comparison, flags: comparison.flags }, among)
  if (field === 'content' && comparison.operator === ':') return withContent(source, comparison, among)
  return new Set([...among].filter((number) => fieldHolds(source.notes[number], comparison)))
}

/** The notes of which a pattern matches a value of a field. */
async function withFieldPattern(
  source: ConditionSource,
  { name, value, flags }: Comparison & { readonly flags: string },
  among: Numbers,
): Promise<Numbers> {
  if (queryField(name) === 'content') return withPattern(source, { source: value, flags }, among)
  const numbers = [...among]
  const texts = numbers.map((number) => {
    const note = source.notes[number]
    return note === undefined ? '' : fieldValues(note, name).join('\n')
  })
  const ranges = await source.findPattern({ source: value, flags }, texts)
  if (ranges === undefined) return fail(tooSlow(value))
  return new Set(numbers.filter((_number, at) => (ranges[at]?.length ?? 0) > 0))
}

/** The notes whose text holds all words of a value, or the phrase in quotes. */
async function withContent(source: ConditionSource, { value, quoted }: Comparison, among: Numbers): Promise<Numbers> {
  const words = quoted ? [value] : value.split(/\s+/)
  const patterns = words.map(phrasePattern)
  const found = new Set<number>()
  for (const number of withAllWords(source, value, among)) {
    const note = source.notes[number]
    if (note === undefined) continue
    const text = foldText((await source.readText(note.path)).slice(note.bodyStart))
    if (patterns.every((pattern) => pattern.test(text))) found.add(number)
  }
  return found
}
