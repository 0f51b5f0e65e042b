import { farthest, likenessKey, nearness } from './nearest-names.ts'

/** A thing that can be found by a name. */
export interface Named<T> {
  readonly name: string
  readonly value: T
  /** Added to the distance, for names that count less. */
  readonly penalty?: number
  /** Names of one group are replaced together; groups come in rising order. */
  readonly group?: number
}

/** A thing with a name like the wanted one; the distance is 0 for the same name, up to 0.4. */
export interface Like<T> {
  readonly value: T
  readonly share: number
}

/** Ids of names, by rank; an array once a name was replaced. */
type Ids = Uint32Array | number[]

/** How many names are compared letter by letter for one query. */
const candidates = 60

/** How many names that share a pair of letters are counted for one query; the rarest pairs say most, and come first. */
const looked = 2000

/** The ranks of names in one group; names beyond that number share the last rank. */
const mostOfGroup = 65_536

/** Finds names like a given one among many. Only names that share enough pairs of letters are compared letter by letter. */
export class LikenessIndex<T> {
  readonly #keys: string[] = []
  readonly #named: (Named<T> | undefined)[] = []
  /** The rank of each name, by id; the same order as the ids until names are replaced. */
  readonly #ranks: number[] = []
  /** How many pairs each name shares with the wanted one; all zero between queries. */
  #shared: Uint8Array | undefined
  /** For each pair of letters, the names that hold it, by rank; made at the first query. */
  #byPair: Map<number, Ids> | undefined
  #groups: Map<number, readonly number[]> | undefined
  readonly #free: number[] = []

  constructor(names: Iterable<Named<T>>) {
    let [group, order] = [0, 0]
    for (const named of names) {
      const key = likenessKey(named.name)
      if (key === '') continue
      order = named.group === group ? order + 1 : 0
      group = named.group ?? group
      this.#keys.push(key)
      this.#named.push(named)
      this.#ranks.push(named.group === undefined ? this.#keys.length : rankOf(group, order))
    }
  }

  /** Replaces the names of a group; afterwards all is as if they had been there from the beginning. */
  replace(group: number, names: readonly Named<T>[]): void {
    const byPair = (this.#byPair ??= holders(this.#keys))
    const groups = (this.#groups ??= this.#idsOfGroups())
    for (const id of groups.get(group) ?? []) {
      for (const pair of pairsOf(this.#keys[id] ?? '')) removeFrom(byPair, pair, id)
      this.#keys[id] = ''
      this.#named[id] = undefined
      this.#free.push(id)
    }
    const ids = names.flatMap((named) => {
      const key = likenessKey(named.name)
      return key === '' ? [] : [this.#put(named, key)]
    })
    for (const [order, id] of ids.entries()) {
      this.#ranks[id] = rankOf(group, order)
      for (const pair of pairsOf(this.#keys[id] ?? '')) this.#insert(byPair, pair, id)
    }
    groups.set(group, ids)
  }

  /** Things with a name like this one, nearest first; a thing with several names comes once for each. */
  like(name: string): readonly Like<T>[] {
    const wanted = likenessKey(name)
    if (wanted.length < 2) return []
    const found: Like<T>[] = []
    for (const id of this.#sharing(wanted)) {
      const named = this.#named[id]
      const share = nearness(wanted, this.#keys[id] ?? '') + (named?.penalty ?? 0)
      if (named !== undefined && share <= farthest) found.push({ value: named.value, share })
    }
    return found.sort((a, b) => a.share - b.share)
  }

  /** The names that share the most pairs with a key, relative to their length, best first: candidates for the comparison. */
  #sharing(wanted: string): readonly number[] {
    const lists = this.#rarest(wanted)
    const shared = this.#countsOfNames()
    for (const ids of lists) countEach(ids, shared)
    const best = new BestIds(candidates)
    for (const ids of lists) this.#offerEach(ids, shared, { best, pairs: lists.length })
    return best.ids
  }

  /** Offers the names of a list, each with its number of shared pairs, and sets that number to 0, so that each is offered once. */
  #offerEach(ids: Ids, shared: Uint8Array, { best, pairs }: { readonly best: BestIds; readonly pairs: number }): void {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0
      const count = shared[id] ?? 0
      if (count === 0) continue
      shared[id] = 0
      const overlap = count / Math.min(pairs, (this.#keys[id] ?? '').length + 1)
      // Equal shares are ordered by count; shares of at most 101 pairs differ by more than a count adds.
      if (overlap >= 0.35) best.offer(id, overlap + count * 1e-7)
    }
  }

  /** The names that hold each pair of letters of a key, rarest pairs first, as many as may be looked at. */
  #rarest(wanted: string): readonly Ids[] {
    const byPair = (this.#byPair ??= holders(this.#keys))
    const lists = [...pairsOf(wanted)].map((pair) => byPair.get(pair) ?? none).sort((a, b) => a.length - b.length)
    let total = 0
    return lists.filter(({ length }, order) => (total += length) <= looked || order < 2)
  }

  /** The array of counts, one for each name, all zero. */
  #countsOfNames(): Uint8Array {
    if (this.#shared === undefined || this.#shared.length < this.#keys.length)
      this.#shared = new Uint8Array(this.#keys.length + 64)
    return this.#shared
  }

  #idsOfGroups(): Map<number, readonly number[]> {
    const groups = new Map<number, number[]>()
    for (const [id, named] of this.#named.entries()) append(groups, named?.group ?? -1, id)
    return groups
  }

  #put(named: Named<T>, key: string): number {
    const id = this.#free.pop() ?? this.#keys.length
    this.#keys[id] = key
    this.#named[id] = named
    return id
  }

  #insert(byPair: Map<number, Ids>, pair: number, id: number): void {
    const list = listOf(byPair, pair)
    list.splice(firstBehind(list, this.#ranks, this.#ranks[id] ?? 0), 0, id)
  }
}

const none = new Uint32Array()

function countEach(ids: Ids, counts: Uint8Array): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    counts[id] = (counts[id] ?? 0) + 1
  }
}

/** Keeps the ids with the highest scores, as many as there is room for; of equal scores the one that was offered first. */
class BestIds {
  readonly ids: number[] = []
  readonly #scores: number[] = []
  readonly #room: number

  constructor(room: number) {
    this.#room = room
  }

  offer(id: number, score: number): void {
    const [ids, scores] = [this.ids, this.#scores]
    let at = ids.length
    if (at === this.#room) {
      if (score <= (scores[at - 1] ?? 0)) return
      at--
    }
    for (; at > 0 && score > (scores[at - 1] ?? 0); at--) {
      ids[at] = ids[at - 1] ?? 0
      scores[at] = scores[at - 1] ?? 0
    }
    ids[at] = id
    scores[at] = score
  }
}

/** For each pair of letters, the ids of the keys that hold it, rising. Counts first, so that each list is allocated at its final size. */
function holders(keys: readonly string[]): Map<number, Ids> {
  const numbers = new PairNumbers()
  const [counts, last]: [number[], number[]] = [[], []]
  for (let id = 0; id < keys.length; id++) {
    const key = keys[id] ?? ''
    for (let at = -1; at < key.length; at++) {
      const number = numbers.of(pairAt(key, at))
      if (last[number] === id) continue
      counts[number] = (counts[number] ?? 0) + 1
      last[number] = id
    }
  }
  const lists = counts.map((count) => new Uint32Array(count))
  const used = new Uint32Array(lists.length)
  for (let id = 0; id < keys.length; id++) {
    const key = keys[id] ?? ''
    for (let at = -1; at < key.length; at++) {
      const number = numbers.of(pairAt(key, at))
      const list = lists[number] ?? none
      const count = used[number] ?? 0
      if (count > 0 && list[count - 1] === id) continue
      list[count] = id
      used[number] = count + 1
    }
  }
  return new Map(lists.map((list, number) => [numbers.pairs[number] ?? 0, list]))
}

/** Numbers pairs of letters from 0 in the order in which they are met. Latin letters, nearly all of them, need no map. */
class PairNumbers {
  readonly pairs: number[] = []
  readonly #latin = new Int32Array(1 << 16)
  readonly #others = new Map<number, number>()

  of(pair: number): number {
    const [first, second] = [pair >>> 16, pair & 0xffff]
    if (first >= 256 || second >= 256) {
      const known = this.#others.get(pair) ?? this.pairs.push(pair) - 1
      this.#others.set(pair, known)
      return known
    }
    const place = (first << 8) | second
    if (this.#latin[place] === 0) this.#latin[place] = this.pairs.push(pair)
    return (this.#latin[place] ?? 1) - 1
  }
}

function rankOf(group: number, order: number): number {
  return group * mostOfGroup + Math.min(order, mostOfGroup - 1)
}

/** The pairs of letters of a key, each once. */
function pairsOf(key: string): ReadonlySet<number> {
  return new Set(Array.from({ length: key.length + 1 }, (_, at) => pairAt(key, at - 1)))
}

function removeFrom(byPair: Map<number, Ids>, pair: number, id: number): void {
  const list = listOf(byPair, pair)
  const at = list.indexOf(id)
  if (at >= 0) list.splice(at, 1)
}

/** The ids of a pair as a list that can be changed. */
function listOf(byPair: Map<number, Ids>, pair: number): number[] {
  const ids = byPair.get(pair) ?? []
  const list = Array.isArray(ids) ? ids : Array.from(ids)
  byPair.set(pair, list)
  return list
}

/** The place of the first id in a list, sorted by rank, with a rank above the given one. */
function firstBehind(list: readonly number[], ranks: readonly number[], rank: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranks[list[middle] ?? 0] ?? 0) <= rank) low = middle + 1
    else high = middle
  }
  return low
}

/** The two letters of a key at `at`, as one number; beyond the ends of the key there are spaces. */
function pairAt(key: string, at: number): number {
  const first = at < 0 ? space : key.charCodeAt(at)
  const second = at + 1 < key.length ? key.charCodeAt(at + 1) : space
  return first * 65_536 + second
}

const space = 32

/** Adds a value to the list of a key, once: values are added in rising order, so a duplicate is the last of the list. */
function append(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}
