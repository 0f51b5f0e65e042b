/** Numbers of which those with one key are mostly one of a few. */
export interface RepeatedNumbers {
  /** Of each number how many others its key had since it was last met; as many as the key has had where it is met for the first time. */
  readonly places: readonly number[]
  /** Numbers that are met for the first time. */
  readonly fresh: readonly number[]
}

/** Writes numbers so that one that its key had before costs little: a move-to-front code (Bentley et al. 1986) of its own for each key. */
export function writeRepeated(numbers: ArrayLike<number>, keyAt: (at: number) => number): RepeatedNumbers {
  const met = new Map<number, number[]>()
  const fresh: number[] = []
  const places = Array.from(numbers, (number, at) => {
    const known = knownTo(met, keyAt(at))
    const place = known.indexOf(number)
    if (place < 0) fresh.push(number)
    else known.splice(place, 1)
    known.unshift(number)
    return place < 0 ? known.length - 1 : place
  })
  return { places, fresh }
}

/** Reads what `writeRepeated` wrote with the same keys. */
export function readRepeated({ places, fresh }: RepeatedNumbers, keyAt: (at: number) => number): readonly number[] {
  const met = new Map<number, number[]>()
  let next = 0
  return places.map((place, at) => {
    const known = knownTo(met, keyAt(at))
    const number = (place < known.length ? known.splice(place, 1)[0] : fresh[next++]) ?? 0
    known.unshift(number)
    return number
  })
}

function knownTo(met: Map<number, number[]>, key: number): number[] {
  const known = met.get(key) ?? []
  met.set(key, known)
  return known
}
