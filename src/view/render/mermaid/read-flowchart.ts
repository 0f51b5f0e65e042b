import { nameTable } from '../../../core/model/name-table.ts'

/** The border that stands for the shape of a node. */
export type Shape = 'box' | 'round' | 'decision'

/** A flowchart of mermaid as far as it is drawn: nodes in order of appearance, edges between them. */
export interface Flowchart {
  /** Where the arrows lead; `other` is up or to the left. */
  readonly direction: 'down' | 'right' | 'other'
  readonly nodes: ReadonlyMap<string, FlowNode>
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly label: string
    readonly end: EdgeEnd
    readonly stroke: Stroke
  }[]
  /** Subgraphs in order of appearance. */
  readonly groups: readonly { readonly id: string; readonly title: string; readonly within?: string }[]
}

/** What an edge ends with: an arrow, a cross, a circle or nothing. */
export type EdgeEnd = '>' | 'x' | 'o' | ''

/** How the line of an edge is drawn: `-->`, `-.->` or `==>`. */
export type Stroke = 'plain' | 'dotted' | 'thick'

/** A node: what stands in it, and the innermost subgraph that it was first named in. */
export interface FlowNode {
  readonly label: string
  readonly shape: Shape
  readonly group?: string
}

/** Larger charts are better read as source than as a list that fills the screen. */
const MOST_NODES = 80
const MOST_EDGES = 120
const MOST_GROUPS = 40

const link =
  /^\s*(?:<?(--|==|-\.)\s+([^|>-][^|>]*?)\s+(?:-{2,}[>xo]|={2,}[>xo]|\.-+[>xo]|-{3,}|={3,})|(<?(?:-{2,}[>xo]|-{3,}|-\.+-[>xo]|-\.+-|={2,}[>xo]|={3,}|~~~))(?:\s*\|([^|]*)\|)?)\s*/

/** Reads a flowchart; undefined when it is another diagram, has very many nodes, or says what is not understood. */
export function readFlowchart(source: string): Flowchart | undefined {
  const [head = '', ...lines] = source
    .split(/\n|(?<![#&]\w{1,8});/)
    .map((line) => line.replace(/%%.*$/, '').trim())
    .filter((line) => line !== '')
  const direction = /^(?:graph|flowchart)(?:-elk)?(?:\s+(TD|TB|LR|BT|RL)|$)/.exec(head)
  if (direction === null || head !== direction[0]) return undefined
  const reader = new Reader()
  for (const line of lines) {
    if (/^(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b/.test(line)) continue
    if (!reader.statement(line) || reader.nodes.size > MOST_NODES || reader.edges.length > MOST_EDGES) return undefined
  }
  return reader.nodes.size === 0 ? undefined : reader.chart(directions[direction[1] ?? 'TD'] ?? 'other')
}

const directions: Readonly<Record<string, Flowchart['direction']>> = { LR: 'right', TD: 'down', TB: 'down' }

/** Reads statements one by one, keeping what they say. */
class Reader {
  readonly nodes = new Map<string, FlowNode>()
  readonly #groups: Flowchart['groups'][number][] = []
  #open: readonly string[] = []
  readonly edges: Flowchart['edges'][number][] = []
  #rest = ''

  /** What was read; a name that is a subgraph's is no node. */
  chart(direction: Flowchart['direction']): Flowchart {
    for (const { id } of this.#groups) this.nodes.delete(id)
    return { direction, nodes: this.nodes, edges: this.edges, groups: this.#groups }
  }

  /** Reads `A[x] -->|label| B & C --> D`, or where a subgraph begins or ends; false when something else stands there. */
  statement(line: string): boolean {
    const begun = /^subgraph\b\s*(.*)$/.exec(line)
    if (begun !== null) return this.#begin(begun[1] ?? '')
    if (line === 'end') return this.#end()
    return this.#ways(line)
  }

  #begin(words: string): boolean {
    const [, id = words, title = words] = /^([^\s[]+)\s*\[(.*)\]$/.exec(words) ?? []
    const within = this.#open.at(-1)
    const name = id === '' ? `subgraph ${this.#groups.length + 1}` : plain(id)
    // One that is named again goes on; it stays where it was first, so that none lies in itself.
    if (!this.#groups.some((group) => group.id === name))
      this.#groups.push({ id: name, title: plain(title), ...(within === undefined ? {} : { within }) })
    this.#open = [...this.#open, name]
    return this.#open.length <= 8 && this.#groups.length <= MOST_GROUPS
  }

  #end(): boolean {
    const wasOpen = this.#open.length > 0
    this.#open = this.#open.slice(0, -1)
    return wasOpen
  }

  #ways(line: string): boolean {
    this.#rest = line
    let from = this.#group()
    if (from === undefined) return false
    while (this.#rest.trim() !== '') {
      const match = link.exec(this.#rest)
      if (match === null) return false
      this.#rest = this.#rest.slice(match[0].length)
      const to = this.#group()
      if (to === undefined) return false
      const way = { end: endOf(match[0]), stroke: strokeOf(match[1] ?? match[3] ?? '') }
      const label = plain(match[2] ?? match[4] ?? '')
      const pairs = match[0].includes('~~~') ? [] : from.flatMap((one) => to.map((other) => [one, other] as const))
      for (const [one, other] of pairs) {
        this.edges.push({ from: one, to: other, label, ...way })
        if (match[0].trim().startsWith('<')) this.edges.push({ from: other, to: one, label, ...way })
      }
      from = to
    }
    return true
  }

  #group(): readonly string[] | undefined {
    const names: string[] = []
    do {
      const name = this.#node()
      if (name === undefined) return undefined
      names.push(name)
    } while (this.#take(/^\s*&\s*/) !== undefined)
    return names
  }

  #node(): string | undefined {
    const name = this.#take(/^[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/u)
    if (name === undefined) return undefined
    const text = this.#take(
      /^(?:[[({>/\\]+"[^"]*"[\])}/\\]+|\[\[?[^\]]*\]?\]|\(\(?\[?[^)]*?\]?\)?\)|\{\{?[^}]*\}?\}|>[^\]]*\])/,
    )
    this.#take(/^:::[\w-]+/)
    const said = this.#take(/^@\{[^}]*\}/)
    const known = this.nodes.get(name)
    const group = this.#open.at(-1) ?? known?.group
    const place = group === undefined ? {} : { group }
    const told =
      text === undefined ? {} : { label: plain(text.replace(/^[[({>/\\]+|[\])}/\\]+$/g, '')), shape: shapeOf(text) }
    this.nodes.set(name, { label: name, shape: 'box', ...known, ...told, ...attributesOf(said), ...place })
    return name
  }

  #take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.#rest)?.[0]
    if (found !== undefined) this.#rest = this.#rest.slice(found.length)
    return found
  }
}

function shapeOf(text: string): Shape {
  return text.startsWith('{') ? 'decision' : text.startsWith('(') ? 'round' : 'box'
}

/** What `@{ shape: diam, label: "text" }` says of a node. */
function attributesOf(text = ''): Partial<FlowNode> {
  const label = /\blabel:\s*"([^"]*)"/.exec(text)?.[1]
  const shape = /\bshape:\s*([\w-]+)/.exec(text)?.[1]
  return {
    ...(label === undefined ? {} : { label: plain(label) }),
    ...(shape === undefined ? {} : { shape: namedShapes[shape] ?? 'box' }),
  }
}

const namedShapes: Readonly<Record<string, Shape>> = nameTable({
  ...{ diam: 'decision', diamond: 'decision', decision: 'decision', question: 'decision' },
  ...{ hex: 'decision', hexagon: 'decision', prepare: 'decision' },
  ...{
    circle: 'round',
    circ: 'round',
    rounded: 'round',
    event: 'round',
    stadium: 'round',
    pill: 'round',
    terminal: 'round',
  },
})

function strokeOf(written: string): Stroke {
  return written.includes('.') ? 'dotted' : written.includes('=') ? 'thick' : 'plain'
}

function endOf(written: string): EdgeEnd {
  if (written.includes('>')) return '>'
  const [, end] = /[-=.]([xo])\s*(?:\|[^|]*\|)?\s*$/.exec(written) ?? []
  return end === 'x' || end === 'o' ? end : ''
}

/** The text of a label: free of its quotes, of markdown in backticks, and of the entities that mermaid writes with `#`. */
function plain(text: string): string {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/<br\s*\/?>/g, ' ')
  const marked = /^`(.*)`$/s.exec(bare)?.[1]?.replace(/(\*{1,2}|_)(\S(?:.*?\S)?)\1/g, '$2')
  return (marked ?? bare).replace(/#(\d{1,6}|[a-z]{2,6});/g, entity)
}

function entity(written: string, name: string): string {
  const code = Number(name)
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  return entities[name] ?? written
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" }
