import type { Note } from '../../../core/model/note.ts'
import { fileStem } from '../../../core/model/note-path.ts'
import { foldName } from '../../../core/vault/fold.ts'
import type { Vault } from '../../../core/vault/vault.ts'

/** A note, with its name that resembles the typed text. */
export interface NamedNote {
  readonly note: Note
  readonly name: string
  readonly kind: 'title' | 'alias' | 'file'
}

interface Names {
  readonly note: Note
  readonly name: string
  readonly kind: NamedNote['kind']
  readonly folded: string
}

const known = new WeakMap<Note, readonly Names[]>()

/** The notes whose title, alias, file name or path resembles some letters, best first; with nothing typed, the most linked first. */
export function namesLike(vault: Vault, typed: string, limit: number): readonly NamedNote[] {
  const wanted = foldName(typed)
  const best: { names: Names; rank: number; backlinks: number }[] = []
  for (const note of vault.notes) {
    let rank = Infinity
    let found: Names | undefined
    for (const names of namesOf(note)) {
      const likeness = wanted === '' ? 3 : likenessOf(names.folded, wanted)
      if (likeness < rank) [rank, found] = [likeness, names]
    }
    if (found !== undefined && rank < Infinity)
      best.push({ names: found, rank, backlinks: vault.backlinkCount(note.path) })
  }
  return best
    .sort((a, b) => a.rank - b.rank || b.backlinks - a.backlinks || (a.names.folded < b.names.folded ? -1 : 1))
    .slice(0, limit)
    .map(({ names: { note, name, kind } }) => ({ note, name, kind }))
}

/** The rank of a match, 0 the best: equal, prefix, prefix of a word, part, letters in order; Infinity for no match. */
function likenessOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  const at = name.indexOf(wanted)
  if (at === 0) return 1 + name.length / 10_000
  if (at > 0) return (/[\s\-_/.(]/.test(name[at - 1] ?? '') ? 2 : 3) + name.length / 10_000
  return lettersInOrder(name, wanted)
}

/** Whether the letters occur in order, each at the start of a word or right after the one before: `gqa` in "grouped query attention". */
function lettersInOrder(name: string, wanted: string): number {
  let from = 0
  let gaps = 0
  for (const letter of wanted.replaceAll(' ', '')) {
    const at = name.indexOf(letter, from)
    if (at < 0) return Infinity
    if (at > from && !/[\s\-_/.(]/.test(name[at - 1] ?? '')) gaps++
    from = at + 1
  }
  return gaps > wanted.length / 2 ? Infinity : 4 + gaps / 100 + name.length / 10_000
}

function namesOf(note: Note): readonly Names[] {
  const cached = known.get(note)
  if (cached !== undefined) return cached
  const name = (text: string, kind: NamedNote['kind']): Names => ({ note, name: text, kind, folded: foldName(text) })
  const all = [
    name(note.title, 'title'),
    ...note.aliases.map((alias) => name(alias, 'alias')),
    name(fileStem(note.path), 'file'),
    name(note.path.replace(/\.(?:md|markdown)$/i, ''), 'file'),
  ]
  const names = all.filter((one, at) => all.findIndex((other) => other.folded === one.folded) === at)
  known.set(note, names)
  return names
}
