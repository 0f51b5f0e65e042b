/** A rectangle of a canvas. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What a card of a canvas holds. */
export type CardContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly anchor?: string }
  | { readonly kind: 'link'; readonly url: string }

/** A card of a canvas. */
export interface Card {
  readonly id: string
  readonly content: CardContent
}

/** The cards inside a group of a canvas, or those in none; in the order one reads them, from the top and from the left. */
export interface CardGroup {
  readonly label?: string
  readonly cards: readonly Card[]
}

/** What a canvas of Obsidian shows (JSON Canvas 1.0). */
export interface JsonCanvas {
  readonly groups: readonly CardGroup[]
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label?: string }[]
}

type Fields = Readonly<Record<string, unknown>>

/** Reads the text of a canvas; what it does not understand is left out, and broken JSON is a canvas without cards. */
export function readCanvas(text: string): JsonCanvas {
  const { nodes, edges } = fieldsOf(parsed(text))
  const all = listOf(nodes).map((node) => ({ node, place: placeOf(node) }))
  all.sort((a, b) => a.place.top - b.place.top || a.place.left - b.place.left)
  const groups = all.filter(({ node }) => node['type'] === 'group')
  const inside = new Map<Fields | undefined, Card[]>([[undefined, []]])
  for (const { node, place } of all) {
    const content = contentOf(node)
    if (content === undefined) continue
    const group = smallestAround(groups, place)
    inside.set(group, [...(inside.get(group) ?? []), { id: stringIn(node['id']), content }])
  }
  const arrows = listOf(edges).map((edge) => ({
    from: stringIn(edge['fromNode']),
    to: stringIn(edge['toNode']),
    ...(stringIn(edge['label']) === '' ? {} : { label: stringIn(edge['label']) }),
  }))
  const shown = [undefined, ...groups.map(({ node }) => node)].flatMap((group) => {
    const label = group === undefined ? '' : stringIn(group['label'])
    const cards = inside.get(group) ?? []
    return cards.length === 0 ? [] : [label === '' ? { cards } : { label, cards }]
  })
  return { groups: shown, arrows }
}

function contentOf(node: Fields): CardContent | undefined {
  const [text, path, subpath, url] = ['text', 'file', 'subpath', 'url'].map((key) => stringIn(node[key]))
  switch (node['type']) {
    case 'text':
      return { kind: 'text', text: text ?? '' }
    case 'file':
      return { kind: 'file', path: path ?? '', ...(subpath?.startsWith('#') ? { anchor: subpath.slice(1) } : {}) }
    case 'link':
      return { kind: 'link', url: url ?? '' }
    default:
      return undefined
  }
}

/** The smallest of the groups that hold the middle of a card. */
function smallestAround(
  groups: readonly { readonly node: Fields; readonly place: Box }[],
  { left, top, right, bottom }: Box,
): Fields | undefined {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const around = groups.filter(
    ({ place }) => place.left <= x && x <= place.right && place.top <= y && y <= place.bottom,
  )
  const size = ({ place }: { readonly place: Box }): number => (place.right - place.left) * (place.bottom - place.top)
  return around.sort((a, b) => size(a) - size(b))[0]?.node
}

function placeOf(node: Fields): Box {
  const [left = 0, top = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) => Number(node[key]) || 0)
  return { left, top, right: left + width, bottom: top + height }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
