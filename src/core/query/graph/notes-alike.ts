import type { Note } from '../../model/note.ts'

/** The share of a text's runs of three letters that a note must hold to be alike. */
const leastShared = 0.3

/**
 * For each of some texts, in their order, the notes whose title, aliases or summary hold the most of its runs of three letters, at most
 * `most`, in the order of the notes. All texts are looked for in one pass over the notes.
 */
export function notesAlike(
  notes: readonly Note[],
  texts: readonly string[],
  most: number,
): readonly (readonly Note[])[] {
  if (notes.length <= most) return texts.map(() => notes)
  const wanted = new WantedRuns(texts)
  const alike = texts.map((): Alike[] => [])
  for (const [order, note] of notes.entries())
    for (const { text, shared } of wanted.sharedWith(nameText(note))) alike[text]?.push({ note, order, shared })
  return alike.map((found) =>
    found
      .sort((a, b) => b.shared - a.shared)
      .slice(0, most)
      .sort((a, b) => a.order - b.order)
      .map(({ note }) => note),
  )
}

interface Alike {
  readonly note: Note
  readonly order: number
  readonly shared: number
}

/** The runs of three letters of several texts: which texts hold each. */
class WantedRuns {
  readonly #texts = new Map<number, { readonly in: number[]; seen: number }>()
  readonly #least: readonly number[]
  readonly #shared: Uint16Array
  #asked = 0

  constructor(texts: readonly string[]) {
    this.#shared = new Uint16Array(texts.length)
    this.#least = texts.map((text, index) => {
      const runs = new Set(runsOf(text.toLowerCase()))
      for (const run of runs) this.#put(run, index)
      return Math.max(1, Math.ceil(runs.size * leastShared))
    })
  }

  /** The texts that share enough runs with another one, and how many. */
  sharedWith(other: string): readonly { readonly text: number; readonly shared: number }[] {
    const shared = this.#shared.fill(0)
    this.#asked++
    for (const run of runsOf(other)) {
      const known = this.#texts.get(run)
      if (known === undefined || known.seen === this.#asked) continue
      known.seen = this.#asked
      for (const text of known.in) shared[text] = (shared[text] ?? 0) + 1
    }
    return this.#least.flatMap((least, text) => {
      const count = shared[text] ?? 0
      return count < least ? [] : [{ text, shared: count }]
    })
  }

  #put(run: number, text: number): void {
    const known = this.#texts.get(run)
    if (known === undefined) this.#texts.set(run, { in: [text], seen: 0 })
    else known.in.push(text)
  }
}

function nameText({ title, aliases, summary = '' }: Note): string {
  return [title, ...aliases, summary].join(' ').toLowerCase()
}

/** Each run of three letters inside a word, as a number; different runs of rare scripts may share one. */
function* runsOf(text: string): Generator<number> {
  for (let at = 0; at + 2 < text.length; at++) {
    const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
    if (first > space && second > space && third > space)
      yield ((first & low) << 20) | ((second & low) << 10) | (third & low)
  }
}

const space = 32
const low = 0x3ff
