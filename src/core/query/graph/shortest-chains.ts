import type { NotePath } from '../../model/note-path.ts'
import type { ResolvedLink } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { firstLinksFrom, firstLinksTo } from './first-links.ts'

/** One step of a chain: the note it reaches, and the link that leads there, `backward` when that link points the other way. */
export interface ChainLink {
  readonly to: NotePath
  readonly resolved: ResolvedLink
  readonly backward: boolean
}

/** Which chains to look for. */
export interface ChainSearch {
  readonly from: NotePath
  readonly to: NotePath
  /** Whether links are also followed backward. */
  readonly undirected: boolean
  /** At most so many chains. */
  readonly max: number
}

/** What was found, shortest first, in order of appearance of their links; `isCut` when the search was given up before `max` were found. */
export interface FoundChains {
  readonly chains: readonly (readonly ChainLink[])[]
  readonly isCut: boolean
}

/** How many steps a search may take in all: the number of chains grows exponentially with their length. */
const mostSteps = 200_000

/**
 * The `max` shortest chains of links from one note to another that visit no note twice; none when there is no way, an empty chain from a
 * note to itself. Depth-first search for one length after another, cut where the rest of the length can't reach the end (iterative
 * deepening with exact distances, Korf 1985).
 */
export function shortestChains(vault: Vault, search: ChainSearch): FoundChains {
  const distance = distancesTo(vault, search)
  const shortest = distance.get(search.from)
  const walk = new ChainWalk(vault, search, distance)
  for (let length = shortest; length !== undefined; length = walk.nextLength(length)) walk.findOfLength(length)
  return { chains: walk.chains, isCut: walk.isCut }
}

/** The state of one search. */
class ChainWalk {
  readonly chains: ChainLink[][] = []
  readonly #vault: Vault
  readonly #search: ChainSearch
  readonly #distance: ReadonlyMap<NotePath, number>
  readonly #steps = new Map<NotePath, readonly ChainLink[]>()
  #left = mostSteps
  #hasLonger = false

  constructor(vault: Vault, search: ChainSearch, distance: ReadonlyMap<NotePath, number>) {
    this.#vault = vault
    this.#search = search
    this.#distance = distance
  }

  get isCut(): boolean {
    return this.#left <= 0 && this.chains.length < this.#search.max
  }

  /** The length to look for next; undefined when enough were found, none can be longer, or it took too long. */
  nextLength(length: number): number | undefined {
    return this.chains.length < this.#search.max && this.#hasLonger && this.#left > 0 ? length + 1 : undefined
  }

  /** Finds the chains of exactly this length. */
  findOfLength(length: number): void {
    this.#hasLonger = false
    this.#extend(this.#search.from, [], length, new Set([this.#search.from]))
  }

  #extend(path: NotePath, chain: readonly ChainLink[], left: number, visited: Set<NotePath>): void {
    if (path === this.#search.to) {
      if (left === 0) this.chains.push([...chain])
      return
    }
    for (const step of this.#stepsFrom(path)) {
      const away = this.#distance.get(step.to)
      if (away === undefined || visited.has(step.to)) continue
      if (this.chains.length >= this.#search.max || this.#left-- <= 0) return
      if (away > left - 1) {
        this.#hasLonger = true
        continue
      }
      visited.add(step.to)
      this.#extend(step.to, [...chain, step], left - 1, visited)
      visited.delete(step.to)
    }
  }

  #stepsFrom(path: NotePath): readonly ChainLink[] {
    const known = this.#steps.get(path) ?? stepsFrom(this.#vault, path, this.#search.undirected)
    this.#steps.set(path, known)
    return known
  }
}

/** The distance of each note to the end, in links: as far as the start, or of all notes where longer chains are wanted too. */
function distancesTo(vault: Vault, { from, to, undirected, max }: ChainSearch): ReadonlyMap<NotePath, number> {
  const distance = new Map<NotePath, number>([[to, 0]])
  let edge: readonly NotePath[] = [to]
  for (let length = 1; edge.length > 0 && (max > 1 || !distance.has(from)); length++) {
    const next: NotePath[] = []
    for (const path of edge) {
      const back = vault.sourcesOf(path).filter((source) => vault.note(source)?.isIndex !== true)
      const sources = undirected ? [...back, ...firstLinksFrom(vault, path).keys()] : back
      for (const source of sources) {
        if (distance.has(source)) continue
        distance.set(source, length)
        next.push(source)
      }
    }
    edge = next
  }
  return distance
}

function stepsFrom(vault: Vault, path: NotePath, undirected: boolean): readonly ChainLink[] {
  const out = firstLinksFrom(vault, path)
  const steps = [...out].map(([to, resolved]) => ({ to, resolved, backward: false }))
  if (!undirected) return steps
  const back = [...firstLinksTo(vault, path)].filter(([source]) => !out.has(source))
  return [...steps, ...back.map(([to, resolved]) => ({ to, resolved, backward: true }))]
}
