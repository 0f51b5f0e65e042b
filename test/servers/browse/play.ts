import { findNote } from '../../../src/core/query/names/find-note.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import type { BrowseEvent, Effect, KeyName } from '../../../src/servers/browse/events.ts'
import type { BrowseState, Hit, RenderedNote, Size } from '../../../src/servers/browse/model.ts'
import { type ReaderStart, begin, update } from '../../../src/servers/browse/update/state.ts'
import { drawScreen } from '../../../src/servers/browse/view/view.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { truncate } from '../../../src/view/wrap-text.ts'
import { noteAt } from '../../support/vault-of.ts'

const named = new Set<string>([
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'home',
  'end',
  'enter',
  'escape',
  'tab',
  'shift-tab',
  'backspace',
  'ctrl-c',
  'ctrl-d',
  'ctrl-l',
  'ctrl-u',
  'ctrl-w',
  'ctrl-z',
])

/** A reader without a terminal: effects are answered at once from the texts of its notes. */
export class PlayedReader {
  state: BrowseState
  /** All effects so far, but for those that were answered. */
  readonly asked: Effect[] = []
  readonly #texts: Readonly<Record<string, string>>

  constructor(
    vault: Vault,
    texts: Readonly<Record<string, string>>,
    size: Size = { columns: 100, rows: 20 },
    at: Partial<ReaderStart> = {},
  ) {
    this.#texts = texts
    const first = begin(vault, size, { mode: 'notes', history: { visits: [], at: -1 }, ...at })
    this.state = first.state
    this.#answer(first.effects)
  }

  /** Presses keys: names of keys, or text that is typed. */
  press(...keys: readonly string[]): this {
    for (const key of keys)
      this.send(named.has(key) ? { type: 'key', key: key as KeyName } : { type: 'text', text: key })
    return this
  }

  send(event: BrowseEvent): this {
    const step = update(this.state, event)
    this.state = step.state
    this.#answer(step.effects)
    return this
  }

  get screen(): string {
    return drawScreen(this.state, plainStyle)
      .rows.map(({ left = '', right }) => left + right)
      .join('\n')
  }

  /** The note that is open, how far it is scrolled and its selected link. */
  get place(): string {
    const { note } = this.state
    return note === undefined ? '' : `${note.path}:${note.top}${note.link === undefined ? '' : `@${note.link}`}`
  }

  #answer(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'render') this.send({ type: 'rendered', note: this.#render(effect.path, effect.width) })
      else if (effect.kind === 'search')
        this.send({ type: 'hits', query: effect.query, isExact: effect.isExact, hits: this.#search(effect.query) })
      else this.asked.push(effect)
    }
  }

  #search(query: string): readonly Hit[] {
    return this.state.vault.notes.filter(({ title }) => title.includes(query)).map(({ path }) => ({ path, lines: [] }))
  }

  /** Lines as they are; `[[x]]` are the links, `# ` the headings; `▾ ` begins what can be folded up to a blank line, `▾-` what is folded at first. */
  #render(path: string, width: number): RenderedNote {
    const note = noteAt(this.state.vault, path)
    const lines = (this.#texts[path] ?? '').split('\n')
    const found = lines.flatMap((text, line) =>
      [...text.matchAll(/\[\[([^\]#]*)(?:#([^\]]*))?\]\]/g)].map((match) => ({ line, match })),
    )
    const folds = foldsOf(lines)
    return {
      path: note.path,
      width,
      lines: lines.map((line) => truncate(line, width)),
      links: [
        ...found.map(({ match }) => ({ text: match[0], goal: this.#goal(match[1] ?? '', match[2]) })),
        ...folds.map((_fold, fold) => ({ text: '', goal: { kind: 'fold' as const, fold } })),
      ],
      places: [
        ...found.map(({ line, match }, link) => ({
          link,
          line,
          start: match.index,
          end: match.index + match[0].length,
        })),
        ...folds.map(({ line }, fold) => ({ link: found.length + fold, line, start: 0, end: 3 })),
      ].sort((a, b) => a.line - b.line),
      folds,
      sources: lines.flatMap((text, line) => (text === '' ? [] : [{ line, source: line + 1 }])),
      headings: lines.flatMap((text, line) =>
        text.startsWith('#')
          ? [{ level: 1, text: text.replace(/^#+ /, ''), slug: text.replace(/^#+ /, '').toLowerCase(), line }]
          : [],
      ),
    }
  }

  #goal(target: string, anchor: string | undefined): RenderedNote['links'][number]['goal'] {
    if (target.startsWith('https:')) return { kind: 'web', address: target }
    if (target.startsWith('file:')) return { kind: 'outside', address: target }
    const found = findNote(this.state.vault, target)
    if (found.status !== 'found') return { kind: 'broken', target }
    return { kind: 'note', path: found.note.path, ...(anchor === undefined ? {} : { anchor }) }
  }
}

function foldsOf(lines: readonly string[]): RenderedNote['folds'] {
  return lines.flatMap((text, line) => {
    const end = lines.findIndex((other, at) => at > line && other === '')
    const isFold = text.startsWith('▾')
    return isFold
      ? [{ line, column: 0, start: line + 1, end: end < 0 ? lines.length : end, isClosed: text[1] === '-' }]
      : []
  })
}
