import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Site } from '../model/site.ts'
import { noteRadius } from './note-radius.ts'

interface Body extends SimulationNodeDatum {
  readonly number: number
  readonly radius: number
  readonly topic: number | undefined
}

/** Steps of a layout of few things; one of many takes fewer, or it would take minutes. */
const mostSteps = 160
const leastSteps = 30
const affordableMoves = 200_000

/** How many topics, the largest ones, have a region of the map; notes of others stand where their links pull them. */
const mostRegions = 60

/** Where the notes of a site stand on its map: x and y by turns, whole numbers from 0 to 10,000. The same site gives the same map. */
export function placeNotes(site: Site): readonly number[] {
  const centres = topicCentres(site)
  const bodies = startingBodies(site, centres)
  const links = site.notes.flatMap((note, from): SimulationLinkDatum<Body>[] =>
    note.linksTo.map((to) => ({ source: from, target: to })),
  )
  const isInside = ({ source, target }: SimulationLinkDatum<Body>): boolean =>
    typeof source === 'object' && typeof target === 'object' && source.topic === target.topic
  const simulation = forceSimulation(bodies)
    .stop()
    .force(
      'link',
      forceLink(links)
        .distance(38)
        .strength((link) => (isInside(link) ? 0.12 : 0.012)),
    )
    .force('charge', forceManyBody().strength(-150).distanceMax(320).theta(1))
    .force('collide', forceCollide<Body>(({ radius }) => radius + 14).iterations(2))
    .force(
      'x',
      forceX<Body>(({ topic }) => centres[topic ?? -1]?.x ?? 0).strength(({ topic }) =>
        topic === undefined ? 0.02 : 0.11,
      ),
    )
    .force(
      'y',
      forceY<Body>(({ topic }) => centres[topic ?? -1]?.y ?? 0).strength(({ topic }) =>
        topic === undefined ? 0.02 : 0.11,
      ),
    )
  const count = stepsFor(bodies.length)
  simulation.alphaDecay(1 - 0.001 ** (1 / count)).tick(count)
  return scaled(bodies)
}

function stepsFor(bodies: number): number {
  return Math.max(leastSteps, Math.min(mostSteps, Math.floor(affordableMoves / Math.max(1, bodies))))
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The notes of each topic around its centre, with room between them: crowded ones cost the layout most. */
function startingBodies(site: Site, centres: readonly (Point | undefined)[]): Body[] {
  const begun = new Map<number, number>()
  return site.notes.map((note, number): Body => {
    const topic = note.topics.find((one) => centres[one] !== undefined)
    const order = begun.get(topic ?? -1) ?? 0
    begun.set(topic ?? -1, order + 1)
    const centre = centres[topic ?? -1] ?? { x: 0, y: 0 }
    const start = spiralPoint(order)
    return { number, topic, radius: noteRadius(note.backlinks), x: centre.x + start.x, y: centre.y + start.y }
  })
}

/** Points on a spiral, so that nothing begins where another does. */
function spiralPoint(order: number): Point {
  const angle = order * Math.PI * (3 - Math.sqrt(5))
  const distance = 15 * Math.sqrt(order + 0.5)
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) }
}

/** Where the largest topics stand: those that share links near each other, each with room for its notes. */
function topicCentres(site: Site): readonly (Point | undefined)[] {
  const sizes = sizesOf(site)
  const regions = largestTopics(sizes)
  const regionOf = new Map(regions.map((topic, region) => [topic, region]))
  const shared = linksBetween(site, (topic) => regionOf.get(topic))
  const sizeOf = (region: number): number => sizes[regions[region] ?? -1] ?? 1
  const bodies = regions.map((_, region) => ({
    radius: 30 + 27 * Math.sqrt(sizeOf(region)),
    ...spiralPoint(region * 40),
  }))
  const links = [...shared].map(([key, count]) => {
    const [source = 0, target = 0] = key.split(' ').map(Number)
    return { source, target, count: count / Math.sqrt(sizeOf(source) * sizeOf(target)) }
  })
  const most = Math.max(1e-9, ...links.map(({ count }) => count))
  forceSimulation<(typeof bodies)[number] & SimulationNodeDatum>(bodies)
    .stop()
    .force(
      'link',
      forceLink(links)
        .distance(150)
        .strength(({ count }) => (0.5 * count) / most),
    )
    .force('charge', forceManyBody().strength(-700))
    .force('collide', forceCollide<(typeof bodies)[number]>(({ radius }) => radius).iterations(3))
    // Wider than high, as screens are.
    .force('x', forceX(0).strength(0.035))
    .force('y', forceY(0).strength(0.075))
    .tick(mostSteps)
  return site.topics.map((_, topic) => bodies[regionOf.get(topic) ?? -1])
}

/** How many notes stand under each topic. */
function sizesOf({ topics, spectrum }: Site): readonly number[] {
  const sizes = topics.map(() => 0)
  for (const { topic } of spectrum) if (topic !== undefined) sizes[topic] = (sizes[topic] ?? 0) + 1
  return sizes
}

function largestTopics(sizes: readonly number[]): readonly number[] {
  return sizes
    .map((size, topic) => ({ size, topic }))
    .sort((a, b) => b.size - a.size || a.topic - b.topic)
    .slice(0, mostRegions)
    .map(({ topic }) => topic)
    .sort((a, b) => a - b)
}

/** How many links join each two regions, by their numbers, the smaller first. */
function linksBetween(site: Site, regionOf: (topic: number) => number | undefined): ReadonlyMap<string, number> {
  const shared = new Map<string, number>()
  for (const note of site.notes)
    for (const to of note.linksTo) {
      const [a, b] = [note, site.notes[to]].map((end) => regionOf(end?.topics[0] ?? -1))
      if (a === undefined || b === undefined || a === b) continue
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`
      shared.set(key, (shared.get(key) ?? 0) + 1)
    }
  return shared
}

function scaled(bodies: readonly Body[]): readonly number[] {
  const xs = bodies.map(({ x = 0 }) => x)
  const ys = bodies.map(({ y = 0 }) => y)
  const least = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const [left, top] = [least(xs), least(ys)]
  const size = Math.max(1, most(xs) - left, most(ys) - top)
  return bodies.flatMap(({ x = 0, y = 0 }) => [
    Math.round((10_000 * (x - left)) / size),
    Math.round((10_000 * (y - top)) / size),
  ])
}
