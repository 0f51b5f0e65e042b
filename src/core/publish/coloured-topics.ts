import type { SiteTopic } from '../model/site.ts'
import { colouredTopics, topicOrder } from './topic-order.ts'

/** The topics of a site in their order, each with its colour and its notes, the most linked first. */
export function colouredTopicsOf(
  groups: readonly { readonly name: string; readonly members: readonly number[] }[],
  links: readonly (readonly number[])[],
  back: readonly (readonly number[])[],
  former: readonly string[],
): readonly SiteTopic[] {
  const places = new Map(groups.map(({ name }, place) => [name, place]))
  // Asked for only where there is no former order.
  let between: ((a: number, b: number) => number) | undefined
  const order = topicOrder(
    groups.map(({ members }) => members.length),
    (a, b) => (between ??= linksBetween(groups, links))(a, b),
    former.flatMap((name) => places.get(name) ?? []),
  )
  const ids = new Set<string>()
  return order.flatMap((place, rank) => {
    const group = groups[place]
    if (group === undefined) return []
    return {
      name: group.name,
      id: topicId(group.name, ids),
      notes: mostLinkedFirst(group.members, (note) => back[note]?.length ?? 0),
      ...(rank < colouredTopics ? { hue: rank >> 1 } : {}),
      ring: rank < colouredTopics && rank % 2 === 1,
    }
  })
}

/** The number of the note that most others link to. */
export function mostLinked(notes: readonly { readonly backlinks: number }[]): number {
  let best = 0
  for (const [number, { backlinks }] of notes.entries()) if (backlinks > (notes[best]?.backlinks ?? 0)) best = number
  return best
}

/** Numbers of notes, those that most others link to first. */
export function mostLinkedFirst(notes: readonly number[], backlinks: (note: number) => number): readonly number[] {
  return [...notes].sort((a, b) => backlinks(b) - backlinks(a) || a - b)
}

/** How many links lead from the notes of a group to those of another, either way. */
function linksBetween(
  groups: readonly { readonly members: readonly number[] }[],
  links: readonly (readonly number[])[],
): (a: number, b: number) => number {
  const groupsOf: number[][] = links.map(() => [])
  for (const [group, { members }] of groups.entries()) for (const note of members) groupsOf[note]?.push(group)
  const counts = new Map<number, number>()
  const key = (a: number, b: number): number => Math.min(a, b) * groups.length + Math.max(a, b)
  for (const [from, list] of links.entries())
    for (const to of list)
      for (const a of groupsOf[from] ?? [])
        for (const b of groupsOf[to] ?? []) if (a !== b) counts.set(key(a, b), (counts.get(key(a, b)) ?? 0) + 1)
  return (a, b) => counts.get(key(a, b)) ?? 0
}

function topicId(name: string, taken: Set<string>): string {
  const slug =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'topic'
  let id = `topic:${slug}`
  for (let count = 2; taken.has(id); count++) id = `topic:${slug}-${count}`
  taken.add(id)
  return id
}
