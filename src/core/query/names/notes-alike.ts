import type { Note } from '../../model/note.ts'

/** The share of a text's trigrams that a note must hold to be alike. */
const leastShared = 0.3

/** The number of hash values for trigrams; two with the same value cost only a needless comparison. */
const runNumbers = 1 << 18

/** From this many changed notes on, the index is rebuilt; fewer are compared one by one. */
const mostChanged = 100

/** Finds the notes whose title, aliases or summary share trigrams (runs of three letters) with a text. */
export class NotesAlike {
  readonly #notes: Note[]
  readonly #changed = new Set<number>()
  #holders: Holders | undefined

  constructor(notes: readonly Note[]) {
    this.#notes = [...notes]
  }

  /** Replaces the note with a number. */
  replace(number: number, note: Note): void {
    this.#notes[number] = note
    this.#changed.add(number)
    if (this.#changed.size <= mostChanged) return
    this.#changed.clear()
    this.#holders = undefined
  }

  /** The notes that hold the most trigrams of a text, at most `most`, in the order of the vault. */
  find(text: string, most: number): readonly Note[] {
    const notes = this.#notes
    if (notes.length <= most) return notes
    const runs = runsOf(text.toLowerCase())
    const shared = this.#sharedWith(runs)
    const least = Math.max(1, Math.ceil(runs.size * leastShared))
    const { above, room } = cut(shared, { least, largest: runs.size, most })
    let left = room
    const found: Note[] = []
    for (let number = 0; number < notes.length; number++) {
      const count = shared[number] ?? 0
      if (count > above || (count === above && left-- > 0)) found.push(notes[number] as Note)
    }
    return found
  }

  /** For each note, how many of some trigrams it holds. */
  #sharedWith(runs: ReadonlySet<number>): Uint16Array {
    const { starts, numbers } = (this.#holders ??= holdersOf(this.#notes))
    const shared = new Uint16Array(this.#notes.length)
    for (const run of runs)
      for (let at = starts[run] ?? 0; at < (starts[run + 1] ?? 0); at++) addOne(shared, numbers[at] ?? 0)
    for (const number of this.#changed) {
      const own = runsOf(nameText(this.#notes[number] as Note))
      shared[number] = [...runs].filter((run) => own.has(run)).length
    }
    return shared
  }
}

/** The numbers of the notes that hold each trigram, in one array. */
interface Holders {
  /** Where the notes of each trigram begin. */
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

function holdersOf(notes: readonly Note[]): Holders {
  const texts = notes.map(nameText)
  const runs = new Int32Array(texts.reduce((longest, { length }) => Math.max(longest, length), 0))
  const starts = startsOf(texts, runs)
  const numbers = new Uint32Array(starts[runNumbers] ?? 0)
  const next = starts.slice()
  for (const [number, text] of texts.entries())
    for (let at = runsIn(text, runs) - 1; at >= 0; at--) {
      const run = runs[at] ?? 0
      const place = next[run] ?? 0
      if (place > (starts[run] ?? 0) && numbers[place - 1] === number) continue
      numbers[place] = number
      next[run] = place + 1
    }
  return { starts, numbers }
}

/** Where the notes of each trigram begin when a note counts once for each; `runs` is scratch space for those of one text. */
function startsOf(texts: readonly string[], runs: Int32Array): Uint32Array {
  // The number of the last note in which each trigram was met, counted from 1.
  const metIn = new Uint32Array(runNumbers)
  const starts = new Uint32Array(runNumbers + 1)
  for (const [number, text] of texts.entries())
    for (let at = runsIn(text, runs) - 1; at >= 0; at--) {
      const run = runs[at] ?? 0
      if (metIn[run] === number + 1) continue
      metIn[run] = number + 1
      addOne(starts, run + 1)
    }
  for (let run = 0; run < runNumbers; run++) starts[run + 1] = (starts[run + 1] ?? 0) + (starts[run] ?? 0)
  return starts
}

function addOne(counts: Uint32Array | Uint16Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/** The count above which all notes are taken, and how many notes with just that count there is room for. */
function cut(
  counts: Uint16Array,
  { least, largest, most }: { readonly least: number; readonly largest: number; readonly most: number },
): { readonly above: number; readonly room: number } {
  const having = new Uint32Array(largest + 1)
  for (const count of counts) addOne(having, count)
  let room = most
  for (let count = having.length - 1; count >= least; count--) {
    const here = having[count] ?? 0
    if (here > room) return { above: count, room }
    room -= here
  }
  return { above: least - 1, room: 0 }
}

function nameText({ title, aliases, summary = '' }: Note): string {
  return [title, ...aliases, summary].join(' ').toLowerCase()
}

/** The trigrams inside the words of a text as numbers, each once. */
function runsOf(text: string): ReadonlySet<number> {
  const runs = new Int32Array(text.length)
  return new Set(runs.subarray(0, runsIn(text, runs)))
}

/** Writes the trigrams inside the words of a text to `runs`, as numbers, with repetitions; gives how many there are. */
function runsIn(text: string, runs: Int32Array): number {
  let [first, second, count] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const third = text.charCodeAt(at)
    if (first > space && second > space && third > space) runs[count++] = numberOf(first, second, third)
    first = second
    second = third
  }
  return count
}

const space = 32

function numberOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35) ^ third, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & (runNumbers - 1)
}
