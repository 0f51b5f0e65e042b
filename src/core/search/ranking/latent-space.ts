/**
 * Where notes and words lie by the company they keep (latent semantic analysis: Deerwester et al. 1990), found by
 * subspace iteration from a fixed start, so that the same vault gives the same space. Rows are unit vectors, a row for
 * each note and each term, in steps of 1/127.
 */
export interface LatentSpace {
  readonly dimensions: number
  readonly notes: Int8Array
  readonly terms: Int8Array
  /** How long each term's row was before it was made a unit vector. */
  readonly termScales: Float32Array
}

/** The postings of an index: `starts` has one more entry than there are terms. */
export interface LatentInput {
  readonly size: number
  readonly starts: Uint32Array
  readonly notes: Uint32Array
  readonly weights: Uint16Array
}

const rounds = 3

/** Notes above which fewer dimensions keep the cost in bounds. */
const manyNotes = 2000

/** Computes the space of an index; its cost grows with the postings times the dimensions. */
export function latentSpace(data: LatentInput): LatentSpace {
  const most = data.size > manyNotes ? 32 : 48
  const dimensions = Math.max(1, Math.min(most, Math.floor(data.size / 3)))
  const values = termWeights(data)
  const notes = startingVectors(data.size, dimensions)
  const terms = new Float32Array((data.starts.length - 1) * dimensions)
  for (let round = 0; round < rounds; round++) {
    orthonormalise(notes, dimensions)
    gather(data, values, notes, terms)
    scatter(data, values, terms, notes)
  }
  const termScales = Float32Array.from({ length: data.starts.length - 1 }, (_, term) =>
    rowLength(terms, term * dimensions, dimensions),
  )
  return { dimensions, notes: unitRows(notes, dimensions), terms: unitRows(terms, dimensions), termScales }
}

/** Notes that were not there, or were others, when a space was made. */
export interface Newcomers {
  readonly numbers: readonly number[]
  readonly postings: Pick<LatentInput, 'starts' | 'notes' | 'weights'>
  /** The number of each of their terms in the space; -1 for one it lacks. */
  readonly termBefore: readonly number[]
  /** In how many notes a term of the space stood, and of how many. */
  readonly spread: (term: number) => number
  readonly size: number
}

/** The rows that notes would have had in a space, by the terms they share with it (folding-in: Deerwester et al. 1990, section 4.2). */
export function foldIn({ dimensions, terms, termScales }: LatentSpace, newcomers: Newcomers): Int8Array {
  const { numbers, postings, termBefore, spread, size } = newcomers
  const places = new Map(numbers.map((number, place) => [number, place]))
  const rows = new Float32Array(numbers.length * dimensions)
  for (const [term, before] of termBefore.entries()) {
    if (before < 0) continue
    const idf = (idfOf(size, spread(before)) * (termScales[before] ?? 0)) / 65_535
    for (let at = postings.starts[term] ?? 0; at < (postings.starts[term + 1] ?? 0); at++) {
      const row = (places.get(postings.notes[at] ?? 0) ?? 0) * dimensions
      const value = idf * (postings.weights[at] ?? 0)
      for (let index = 0; index < dimensions; index++)
        rows[row + index] = (rows[row + index] ?? 0) + value * (terms[before * dimensions + index] ?? 0)
    }
  }
  return unitRows(rows, dimensions)
}

/** The rarity of a term; one that a single note holds brings it near to no other. */
function idfOf(size: number, spread: number): number {
  return spread < 2 ? 0 : Math.log(1 + (size - spread + 0.5) / (spread + 0.5))
}

/** The weight of each posting: BM25F times idf, each note's vector brought to length 1. */
function termWeights({ size, starts, notes, weights }: LatentInput): Float32Array {
  const values = new Float32Array(notes.length)
  const lengths = new Float64Array(size)
  for (let term = 0; term < starts.length - 1; term++) {
    const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0]
    const spread = to - from
    const idf = idfOf(size, spread)
    for (let at = from; at < to; at++) {
      const value = (idf * (weights[at] ?? 0)) / 65_535
      values[at] = value
      lengths[notes[at] ?? 0] = (lengths[notes[at] ?? 0] ?? 0) + value * value
    }
  }
  for (let at = 0; at < notes.length; at++) {
    const length = Math.sqrt(lengths[notes[at] ?? 0] ?? 0)
    values[at] = length > 0 ? (values[at] ?? 0) / length : 0
  }
  return values
}

/** Pseudo-random numbers from a fixed seed (a linear congruential generator; quality does not matter here). */
function startingVectors(rows: number, dimensions: number): Float32Array {
  const vectors = new Float32Array(rows * dimensions)
  let state = 20_240_301
  for (let at = 0; at < vectors.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    vectors[at] = state / 2 ** 31
  }
  return vectors
}

/** Makes each term's vector the weighted sum of its notes'. */
function gather(data: LatentInput, values: Float32Array, notes: Float32Array, terms: Float32Array): void {
  const dimensions = notes.length / data.size
  terms.fill(0)
  for (let term = 0; term < data.starts.length - 1; term++)
    for (let at = data.starts[term] ?? 0; at < (data.starts[term + 1] ?? 0); at++)
      addScaled(terms, term * dimensions, notes, (data.notes[at] ?? 0) * dimensions, values[at] ?? 0, dimensions)
}

/** Makes each note's vector the weighted sum of its terms'. */
function scatter(data: LatentInput, values: Float32Array, terms: Float32Array, notes: Float32Array): void {
  const dimensions = notes.length / data.size
  notes.fill(0)
  for (let term = 0; term < data.starts.length - 1; term++)
    for (let at = data.starts[term] ?? 0; at < (data.starts[term + 1] ?? 0); at++)
      addScaled(notes, (data.notes[at] ?? 0) * dimensions, terms, term * dimensions, values[at] ?? 0, dimensions)
}

// eslint-disable-next-line max-params -- the innermost loop: a record for each call would cost more than the call
function addScaled(to: Float32Array, at: number, from: Float32Array, start: number, by: number, count: number): void {
  if (by === 0) return
  for (let index = 0; index < count; index++) to[at + index] = (to[at + index] ?? 0) + by * (from[start + index] ?? 0)
}

/** Makes the columns orthogonal and of length 1 (modified Gram-Schmidt). */
function orthonormalise(vectors: Float32Array, dimensions: number): void {
  for (let column = 0; column < dimensions; column++) {
    for (let before = 0; before < column; before++) {
      const along = columnsProduct(vectors, dimensions, column, before)
      for (let at = 0; at < vectors.length; at += dimensions)
        vectors[at + column] = (vectors[at + column] ?? 0) - along * (vectors[at + before] ?? 0)
    }
    const length = Math.sqrt(columnsProduct(vectors, dimensions, column, column))
    for (let at = column; at < vectors.length; at += dimensions)
      vectors[at] = length > 1e-12 ? (vectors[at] ?? 0) / length : 0
  }
}

function columnsProduct(vectors: Float32Array, dimensions: number, a: number, b: number): number {
  let sum = 0
  for (let at = 0; at < vectors.length; at += dimensions) sum += (vectors[at + a] ?? 0) * (vectors[at + b] ?? 0)
  return sum
}

function unitRows(vectors: Float32Array, dimensions: number): Int8Array {
  const rows = new Int8Array(vectors.length)
  for (let row = 0; row < vectors.length; row += dimensions) {
    const length = rowLength(vectors, row, dimensions)
    const scale = length > 0 ? 127 / length : 0
    for (let at = row; at < row + dimensions; at++) rows[at] = Math.round((vectors[at] ?? 0) * scale)
  }
  return rows
}

function rowLength(vectors: Float32Array, start: number, dimensions: number): number {
  let squares = 0
  for (let at = start; at < start + dimensions; at++) squares += (vectors[at] ?? 0) ** 2
  return Math.sqrt(squares)
}
