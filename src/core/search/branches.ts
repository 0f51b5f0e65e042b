import type { Expression } from './expression/expression.ts'
import { type Branch, readQuery } from './query.ts'
import { comparableName } from './ranking/names.ts'
import { asWritten } from './ranking/conditions.ts'
import type { NoteSource } from './note-source.ts'
import { wordsIn } from './words/words-in.ts'

/** The ways to satisfy a query; a query that is the name of a note, whatever signs it holds, asks for it too. */
export function branchesOf({ vault, index }: Pick<NoteSource, 'vault' | 'index'>, query: string): readonly Branch[] {
  const branches = readQuery(query, () => keysOf(vault)).map(withSigns)
  const isPlain = branches.every(({ conditions }) => conditions.length === 0)
  if (isPlain || index.named(comparableName(query)).length === 0) return branches
  return [{ texts: [query], conditions: [] }, ...branches]
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

const keys = new WeakMap<NoteSource['vault'], ReadonlySet<string>>()

/** The keys of front matter of a vault, in small letters. */
function keysOf(vault: NoteSource['vault']): ReadonlySet<string> {
  const known =
    keys.get(vault) ??
    new Set(vault.notes.flatMap(({ metadata }) => Object.keys(metadata).map((key) => key.toLowerCase())))
  keys.set(vault, known)
  return known
}
