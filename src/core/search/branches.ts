import { FailureError } from '../model/failure.ts'
import type { Expression } from './expression/expression.ts'
import { type Branch, readQuery } from './query.ts'
import { notesCalled } from './ranking/names.ts'
import { asWritten, looseWords } from './written-patterns.ts'
import type { NoteSource } from './note-source.ts'
import { wordsIn } from './words/words-in.ts'

/**
 * The ways to satisfy a query. When the query is also the name of a note, whatever signs and operators that name holds, one more way asks
 * for that note.
 */
export function branchesOf(source: Pick<NoteSource, 'vault' | 'index'>, query: string): readonly Branch[] {
  const called: readonly Branch[] = notesCalled(source, query).size > 0 ? [{ texts: [query], conditions: [] }] : []
  const branches = readable(source, query, called)
  return branches.every(({ conditions }) => conditions.length === 0) ? branches : [...called, ...branches]
}

/** The ways in which a query can be read. When it can't be read, those of `otherwise`; fails when these are none. */
function readable(
  { vault }: Pick<NoteSource, 'vault'>,
  query: string,
  otherwise: readonly Branch[],
): readonly Branch[] {
  try {
    return readQuery(query, () => keysOf(vault)).map(withSigns)
  } catch (error) {
    if (error instanceof FailureError && otherwise.length > 0) return otherwise
    throw error
  }
}

/** What holds no word, such as `#!` or `=>`, is looked for as it is written. */
function withSigns(branch: Branch): Branch {
  const signs = branch.texts.filter((text) => /\S/.test(text))
  if (branch.conditions.length > 0 || signs.length === 0 || signs.some((text) => wordsIn(text).length > 0))
    return branch
  const written = (text: string): Expression => ({
    kind: 'pattern',
    source: asWritten(text),
    flags: '',
    column: 1,
  })
  return { texts: [], conditions: signs.map(written) }
}

/** The way to look for words or a phrase as they are written, whatever signs part them; undefined where a query asks for more. */
export function writtenBranch(branches: readonly Branch[]): Branch | undefined {
  const [{ texts, conditions } = { texts: [], conditions: [] }, ...others] = branches
  if (others.length > 0 || conditions.some(({ kind }) => kind !== 'phrase')) return undefined
  const source = looseWords(texts.join(' '))
  return source === undefined
    ? undefined
    : { texts: [], conditions: [{ kind: 'pattern', source, flags: 'iu', column: 1 }] }
}

const keys = new WeakMap<NoteSource['vault'], ReadonlySet<string>>()

/** The keys of front matter of a vault, in small letters. */
function keysOf(vault: NoteSource['vault']): ReadonlySet<string> {
  const known =
    keys.get(vault) ??
    new Set(vault.notes.flatMap(({ metadata }) => Object.keys(metadata).map((key) => key.toLowerCase())))
  keys.set(vault, known)
  return known
}
