import { foldName } from '../vault/fold.ts'

/** A word of a text, by its offsets. */
export interface WordPlace {
  readonly start: number
  readonly end: number
}

/**
 * In characters. Longer names are sentences, which nobody repeats word for word, and matching at each word costs as much as the longest
 * name has words.
 */
const longest = 200

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text, in order. */
export function wordPlaces(text: string): readonly WordPlace[] {
  return [...text.matchAll(word)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

interface TreeNode<T> {
  readonly next: Map<string, TreeNode<T>>
  /** The names whose last word this is, by their folded text up to its end. */
  readonly names: Map<string, T[]>
}

/** A tree of names by word, so that the time to search a text does not grow with the number of names. */
export class NameTree<T extends { readonly text: string }> {
  readonly #root: TreeNode<T> = { next: new Map(), names: new Map() }

  /** Adds a name that begins with a letter or digit; others are never found. */
  add(name: T): void {
    const words = name.text.length > longest ? [] : wordPlaces(name.text)
    const last = words.at(-1)
    if (last === undefined || words[0]?.start !== 0) return
    let node = this.#root
    for (const { start, end } of words) {
      const key = foldName(name.text.slice(start, end))
      const next = node.next.get(key) ?? { next: new Map(), names: new Map() }
      node.next.set(key, next)
      node = next
    }
    const core = foldName(name.text.slice(0, last.end))
    const same = node.names.get(core)
    if (same === undefined) node.names.set(core, [name])
    else same.push(name)
  }

  /** The longest name that begins with the word at an index and passes the test `stands`; of several, the one added first. */
  longestAt(text: string, words: readonly WordPlace[], index: number, stands: (name: T) => boolean): T | undefined {
    const start = words[index]?.start ?? 0
    const reached: (readonly T[])[] = []
    let node: TreeNode<T> | undefined = this.#root
    for (let at = index; node !== undefined; at++) {
      const place = words[at]
      node = place && node.next.get(foldName(text.slice(place.start, place.end)))
      if (node === undefined || place === undefined || node.names.size === 0) continue
      const names = node.names.get(foldName(text.slice(start, place.end)))
      if (names !== undefined) reached.push(names)
    }
    for (const names of reached.reverse()) {
      const standing = names.filter(stands).sort((a, b) => b.text.length - a.text.length)[0]
      if (standing !== undefined) return standing
    }
    return undefined
  }
}
