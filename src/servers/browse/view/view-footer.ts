import { displayWidth } from '../../../view/display-width.ts'
import type { Style } from '../../../view/style.ts'
import { graphemes } from '../../../view/graphemes.ts'
import { truncate } from '../../../view/wrap-text.ts'
import { layOutScreen } from './layout.ts'
import { findLines } from '../update/find-in-note.ts'
import { isFolded } from '../update/folding.ts'
import { shownLink } from '../update/selected-link.ts'
import type { BrowseState, LinkGoal, ListPane, Prompt } from '../model.ts'
import { firstLinksTo } from '../../../core/query/graph/first-links.ts'
import { asRow, shownName } from './one-line.ts'

/** The bottom line, and the column of the cursor while something is typed. */
export interface Footer {
  readonly text: string
  readonly cursor?: number
}

/** The line being typed, else a message, else where the selected link leads, else the keys that matter here. */
export function footer(state: BrowseState, style: Style): Footer {
  if (state.prompt !== undefined) return promptLine(state, state.prompt, style)
  const width = state.size.columns - 2
  if (state.message !== undefined)
    return { text: style.paint('info', ` ${truncate(asRow(state.message), Math.max(1, width))}`) }
  const goal = selectedGoal(state)
  return { text: goal === undefined ? style.paint('dim', hintLine(state, width)) : goalLine(goal, state, style) }
}

/** The result of the input is cut, but not to fewer columns than this. */
const leastTold = 12

function promptLine(browse: BrowseState, prompt: Prompt, style: Style): Footer {
  const { columns } = browse.size
  const label = labelOf(browse, prompt)
  const shown = endOf(asRow(prompt.text), columns - displayWidth(label) - 1)
  const cursor = displayWidth(label) + displayWidth(shown)
  const state = prompt.text.trim() === '' ? '' : promptState(browse, prompt)
  const room = columns - 3 - cursor
  const told = displayWidth(state) <= room || room >= leastTold ? truncate(state, room) : ''
  const gap = columns - 1 - cursor - displayWidth(told)
  const end = told === '' ? '' : `${' '.repeat(gap)}${style.paint('dim', told)}`
  return { text: style.paint('strong', label) + shown + end, cursor }
}

/** The question of a prompt; before a note is removed, how many others link to it. */
function labelOf(state: BrowseState, { kind }: Prompt): string {
  if (kind === 'command') return ' :'
  if (kind === 'new') return ' new note: '
  if (kind === 'exact') return ' lines with: '
  if (kind !== 'remove') return ` ${kind}: `
  const { note, vault } = state
  const path = note?.path
  const links = path === undefined ? 0 : firstLinksTo(vault, path).size
  const told = links === 0 ? '' : ` ${counted(links, 'note')} ${links === 1 ? 'links' : 'link'} to it;`
  return truncate(
    ` remove "${shownName(state, vault.note(path ?? '')?.title ?? '')}"?${told} y or n: `,
    state.size.columns - 2,
  )
}

/** The result of the input so far. */
function promptState({ list, note, find }: BrowseState, { kind, text }: Prompt): string {
  if (kind !== 'search' && kind !== 'exact' && kind !== 'find')
    return kind === 'remove' ? '' : 'Enter does it, Esc leaves it'
  if (kind !== 'find') return searchState(list, text, kind === 'exact')
  if (note?.folding === undefined) return ''
  const lines = findLines(note.folding.whole, { words: text })
  if (lines.length === 0) return 'not in this note'
  const at = find?.line === undefined ? -1 : lines.indexOf(find.line)
  return at < 0 ? counted(lines.length, 'line') : `${at + 1} of ${counted(lines.length, 'line')}`
}

/** How many notes a search has found, after words that no note holds; or why the query can't be read. */
function searchState({ query, rows, isExact = false, said = '' }: ListPane, text: string, wanted: boolean): string {
  if (query !== text || isExact !== wanted) return 'searching…'
  const notes = rows.filter(({ kind }) => kind === 'note').length
  if (notes === 0) return said === '' ? 'nothing found' : asRow(said)
  return (said === '' ? '' : `${asRow(said)}; `) + counted(notes, 'note')
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`
}

/** Where the link under the mouse leads, else the selected one. */
function selectedGoal(state: BrowseState): LinkGoal | undefined {
  const { focus, panel, note, hover } = state
  const link = hover ?? (focus === 'note' ? shownLink(state) : undefined)
  return panel !== undefined || link === undefined ? undefined : note?.rendered?.links[link]?.goal
}

/** The line about the destination of the selected link; an address outside the vault comes first, and complete if it fits. */
function goalLine(goal: LinkGoal, state: BrowseState, style: Style): string {
  const { vault, size } = state
  const width = Math.max(1, size.columns - 2)
  if (goal.kind === 'note') {
    const target = vault.note(goal.path)
    const place = `→ ${shownName(state, target?.title ?? goal.path)}${goal.anchor === undefined ? '' : ` # ${asRow(goal.anchor)}`}`
    return ` ${style.paint('link', truncate(place, width))}${rest(target?.summary && shownName(state, target.summary), width - displayWidth(place), style)}`
  }
  if (goal.kind === 'broken') {
    const told = truncate(`nothing is named "${asRow(goal.target)}"`, width)
    const keys = fitHints(['n creates it'], [], width - displayWidth(told) - 2)
    return ` ${style.paint('broken', told)}${keys === '' ? '' : `  ${style.paint('dim', keys)}`}`
  }
  if (goal.kind === 'fold') return ` ${style.paint('dim', fitHints([foldHint(state, goal.fold)], always, width))}`
  const address = asRow(goal.address)
  const keys = goal.kind === 'web' ? ['Enter opens it', 'y copies it'] : ['y copies it']
  const hints = fitHints(keys, [], width - displayWidth(address) - 2)
  return ` ${style.paint('link', truncate(address, width))}${hints === '' ? '' : `  ${style.paint('dim', hints)}`}`
}

function rest(summary: string | undefined, room: number, style: Style): string {
  return summary === undefined || room < 12 ? '' : style.paint('dim', `  ${truncate(summary, room - 2)}`)
}

function foldHint({ note }: BrowseState, fold: number): string {
  const folding = note?.folding
  const isClosed = folding !== undefined && isFolded(folding.whole, folding.turned, fold)
  return isClosed ? 'Enter unfolds' : 'Enter folds'
}

const always = ['? keys', 'q quit'] as const

function hintLine(state: BrowseState, width: number): string {
  const { focus, panel, list } = state
  if (panel?.kind === 'tour') return ` ${fitHints(['any key goes on'], [], width)}`
  if (panel?.kind === 'keys') return ` ${fitHints(['↑↓ scroll'], ['Esc closes'], width)}`
  if (panel !== undefined) return ` ${fitHints(['↑↓ choose', 'Enter goes there'], ['Esc closes'], width)}`
  if (focus === 'note') return ` ${fitHints(noteHints(state), always, width)}`
  if (state.vault.notes.length === 0) return ` ${fitHints(['n new note'], always, width)}`
  const row = list.rows[list.selected]
  const enter = row?.kind === 'heading' ? (row.collapsed ? 'Enter unfold' : 'Enter fold') : 'Enter read'
  if (list.query !== undefined)
    return ` ${fitHints([enter, 'Esc leave the search', 's search again', 'S lines'], always, width)}`
  return ` ${fitHints(['↑↓ choose', enter, '/ search', '1-5 views', 'n new', 'r random'], always, width)}`
}

function noteHints(state: BrowseState): readonly string[] {
  const { note, find, history } = state
  const next = find === undefined ? [] : ['n next place', 'Esc all text']
  const folds = note?.rendered === undefined || note.rendered.folds.length === 0 ? [] : ['za fold']
  const back = history.at > 0 ? ['Backspace back'] : []
  const sides = layOutScreen(state).besideStart === undefined ? [] : ['x other note']
  const keys = ['Tab link', ...next, ...folds, ...back, ...sides, '/ find']
  return [...keys, 'b backlinks', 'g graph', 'o outline', 'e edit', '← list']
}

/** As many complete hints as fit: the last ones are kept first, the others follow in order. */
function fitHints(hints: readonly string[], last: readonly string[], width: number): string {
  const kept: string[] = []
  const ends: string[] = []
  const fits = (hint: string): boolean => displayWidth([...kept, ...ends, hint].join('  ')) <= width
  for (const hint of last) if (fits(hint)) ends.push(hint)
  for (const hint of hints) {
    if (!fits(hint)) break
    kept.push(hint)
  }
  return [...kept, ...ends].join('  ')
}

/** The end of a text that is too long, so that what is typed stays in sight. */
function endOf(text: string, width: number): string {
  let shown = text
  while (displayWidth(shown) > Math.max(1, width)) {
    const [first = ' '] = graphemes(shown)
    shown = shown.slice(first.length)
  }
  return shown
}
