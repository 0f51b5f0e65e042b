/** A message from one lifeline to another; `head` is the end of its arrow. */
export interface Message {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isDashed: boolean
  readonly head: 'arrow' | 'open' | 'cross' | 'none'
}

/** What a diagram shows: its title, who takes part, then messages and remarks in their order. */
export interface Sequence {
  readonly title: string
  readonly names: readonly string[]
  readonly steps: readonly (Message | { readonly remark: string })[]
}

const participant = /^(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/
const message = /^([^\s:>-]+)\s*(-->>|->>|-->|->|--x|-x|--\)|-\))\s*[+-]?([^\s:]+)\s*:\s*(.*)$/
const note = /^note\s+(?:over|left of|right of)\s+([^:]+?)\s*:\s*(.*)$/i
const opening = /^(loop|alt|opt|par|critical|break)\b\s*(.*)$/
const dividing = /^(else|and|option)\b\s*(.*)$/
const silent = /^(?:autonumber|activate|deactivate|accTitle|accDescr)\b|^%%|^$/
const heads: Readonly<Record<string, Message['head']>> = { '>>': 'arrow', '>': 'none', x: 'cross', ')': 'open' }

/** Reads a sequence diagram of mermaid; undefined for another diagram and for one that says more than is drawn. */
export function readSequence(source: string): Sequence | undefined {
  const [head = '', ...lines] = source.trim().split('\n')
  if (head.trim() !== 'sequenceDiagram') return undefined
  const reader = new Reader()
  const isRead = lines.every((line) => reader.line(line.trim().replace(/<br\s*\/?>/gi, ' ')))
  return isRead ? reader : undefined
}

class Reader implements Sequence {
  title = ''
  readonly names: string[] = []
  readonly steps: Sequence['steps'][number][] = []
  readonly #ids: string[] = []
  /** The blocks that are open: whether the end of each is said. */
  readonly #open: boolean[] = []
  #number: number | undefined

  /** Reads one line; false when it is not understood. */
  line(line: string): boolean {
    if (/^autonumber$/.test(line)) this.#number = 1
    return this.#participant(line) || this.#message(line) || this.#block(line) || this.#words(line) || silent.test(line)
  }

  #participant(line: string): boolean {
    const [whole, id = '', name] = participant.exec(line) ?? []
    if (whole !== undefined) this.#place(id, name)
    return whole !== undefined
  }

  #message(line: string): boolean {
    const [whole, from = '', arrow = '', to = '', text = ''] = message.exec(line) ?? []
    if (whole === undefined) return false
    const isDashed = arrow.startsWith('--')
    const head = heads[arrow.replace(/^-+/, '')] ?? 'arrow'
    const numbered = this.#number === undefined ? text : `${this.#number++}. ${text}`
    this.steps.push({ from: this.#place(from), to: this.#place(to), text: numbered, isDashed, head })
    return true
  }

  #block(line: string): boolean {
    const [, kind, words = ''] = opening.exec(line) ?? []
    if (kind !== undefined) return this.#begin(`┌ ${kind} ${words}`, true)
    // The colour behind some messages.
    if (/^rect\b/.test(line)) return this.#begin('', false)
    const [, part, rest = ''] = dividing.exec(line) ?? []
    if (part !== undefined) return this.#remark(`├ ${part} ${rest}`)
    if (line !== 'end' || this.#open.length === 0) return false
    return this.#open.pop() === true ? this.#remark('└ end') : true
  }

  #begin(remark: string, isSaid: boolean): boolean {
    this.#open.push(isSaid)
    return isSaid ? this.#remark(remark) : true
  }

  #words(line: string): boolean {
    const [, title] = /^title:?\s+(.*)$/.exec(line) ?? []
    if (title !== undefined) this.title = title
    const [, whom = '', words] = note.exec(line) ?? []
    if (words === undefined) return title !== undefined
    const names = whom.split(',').map((id) => this.names[this.#place(id.trim())] ?? id)
    return this.#remark(`note (${names.join(', ')}): ${words}`)
  }

  #remark(remark: string): boolean {
    this.steps.push({ remark: remark.trim() })
    return true
  }

  /** The lifeline of a name, which is new when it is met for the first time. */
  #place(id: string, name = id): number {
    if (!this.#ids.includes(id)) {
      this.#ids.push(id)
      this.names.push(name)
    }
    return this.#ids.indexOf(id)
  }
}
