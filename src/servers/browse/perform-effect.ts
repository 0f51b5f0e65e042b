import { join } from 'node:path'
import { setImmediate as afterPaint } from 'node:timers'
import type { Context } from '../../commands/command.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { FullScreen } from '../../io/full-screen.ts'
import type { Style } from '../../view/style.ts'
import type { BrowseEvent, BrowseState, Effect, PanelItem, RenderedNote } from './model.ts'
import type { BrowseEnd } from './run-browse.ts'
import { placeToSave } from './saved-place.ts'
import type { Searcher } from './searcher.ts'

/** What effects need of the reader. */
export interface Reader {
  readonly state: BrowseState
  readonly dispatch: (event: BrowseEvent) => void
  readonly redraw: () => void
}

/** What effects work on. */
export interface Outside {
  readonly context: Context
  readonly style: Style
  readonly screen: FullScreen
  readonly searcher: Searcher
  readonly end: (end: BrowseEnd) => void
  readonly fail: (error: unknown) => void
}

/** Does what the reader asks for; what it comes to is told as an event. Nothing here keeps a key press waiting. */
export function performEffect(effect: Effect, reader: Reader, outside: Outside): void {
  const work = workOf(effect, reader, outside)
  work.catch((error: unknown) => {
    if (error instanceof FailureError) reader.dispatch({ type: 'message', text: wordFailure(error) })
    else outside.fail(error)
  })
}

async function workOf(effect: Effect, reader: Reader, outside: Outside): Promise<void> {
  switch (effect.kind) {
    case 'render':
      return render(effect, reader, outside)
    case 'search':
      return search(effect.query, reader, outside)
    case 'prepare-search':
      return outside.searcher.prepare()
    case 'backlinks':
      return backlinks(effect.path, reader, outside)
    case 'random':
      return random(reader, outside)
    case 'reload':
      return reload(reader, outside)
    case 'edit':
      return edit(effect.path, reader, outside)
    case 'open-address':
      return openAddress(effect.address, reader, outside)
    case 'copy':
      return copy(effect.text, reader, outside)
    case 'save':
      return save(reader, outside)
    case 'suspend':
      return outside.screen.suspend()
    case 'repaint':
      return undefined
    case 'quit':
      await save(reader, outside)
      return outside.end(effect.interrupted ? 'interrupted' : 'quit')
  }
}

/** Keeps the place; that it cannot be kept is no reason to disturb the reader. */
async function save({ state }: Reader, { context }: Outside): Promise<void> {
  await context.writeState('browse', placeToSave(state))
}

/** Notes laid out lately, by path and width; those of an older vault are dropped. */
const laidOut = new WeakMap<object, Map<string, RenderedNote>>()
const mostLaidOut = 50

type RenderEffect = Extract<Effect, { kind: 'render' }>

/** Lays out a note unless the reader has moved on to another one meanwhile. */
async function render({ path, width }: RenderEffect, reader: Reader, { context, style }: Outside): Promise<void> {
  const { vault } = reader.state
  const known = laidOut.get(vault) ?? new Map<string, RenderedNote>()
  laidOut.set(vault, known)
  const key = `${width} ${path}`
  const ready = known.get(key)
  if (ready !== undefined) return reader.dispatch({ type: 'rendered', note: ready })
  await pause()
  const note = vault.note(path)
  if (note === undefined || reader.state.note?.path !== path || reader.state.vault !== vault) return
  const { renderForReader } = await import('./render-for-reader.ts')
  const rendered = await renderForReader({ context, vault, note, width, style })
  if (known.size >= mostLaidOut) known.clear()
  known.set(key, rendered)
  reader.dispatch({ type: 'rendered', note: rendered })
}

/** Searches for the words; the answer is dropped when others were typed meanwhile. */
async function search(query: string, reader: Reader, { searcher }: Outside): Promise<void> {
  const found = await searcher.find(query)
  if (found === undefined) return
  const { vault } = reader.state
  reader.dispatch({ type: 'hits', query, paths: found.flatMap((path) => vault.note(path)?.path ?? []) })
}

async function backlinks(path: NotePath, reader: Reader, { context }: Outside): Promise<void> {
  const links = reader.state.vault.linksTo(path)
  const [sentences, { plainSentences }] = await Promise.all([context.contexts(links), import('./plain-sentences.ts')])
  const readable = await plainSentences(sentences)
  const items = links.map(({ from }, index): PanelItem => ({
    title: from.title,
    detail: readable[index] ?? '',
    goal: { kind: 'note', path: from.path, wanted: { kind: 'link-to', path } },
  }))
  reader.dispatch({ type: 'backlinks', path, items })
}

async function random(reader: Reader, { context }: Outside): Promise<void> {
  const { notes } = reader.state.vault
  const note = notes[Math.floor(context.random() * notes.length)]
  if (note !== undefined) reader.dispatch({ type: 'open', path: note.path })
}

/** Takes in the vault after something changed it: the list, the note on the screen and what is searched are made anew. */
export function takeVault(vault: Vault, reader: Reader, { searcher }: Outside): void {
  searcher.renew(vault)
  reader.dispatch({ type: 'vault', vault })
}

async function reload(reader: Reader, outside: Outside): Promise<void> {
  const vault = await outside.context.freshVault()
  takeVault(vault, reader, outside)
  reader.dispatch({ type: 'message', text: `${vault.notes.length.toLocaleString('en-US')} notes read` })
}

/** Hands the terminal to the editor, then reads the vault anew and comes back to the note. */
async function edit(path: NotePath, reader: Reader, outside: Outside): Promise<void> {
  const { context, screen } = outside
  const { openInEditor } = await import('../../commands/open.ts')
  screen.leave()
  try {
    const { messages = [] } = await openInEditor(context, join(context.vaultChoice().root, path), { messages: [] })
    takeVault(await context.freshVault(), reader, outside)
    for (const text of messages) reader.dispatch({ type: 'message', text })
  } finally {
    screen.enter()
    reader.redraw()
  }
}

/** Hands the address to the system's opener; the terminal with it, since that may be a browser for terminals. */
async function openAddress(address: string, reader: Reader, { context, screen }: Outside): Promise<void> {
  const { openWithApp } = await import('../../commands/open.ts')
  screen.leave()
  try {
    const { messages = [] } = await openWithApp(context, address, [])
    reader.dispatch({ type: 'message', text: messages[0] ?? `opened ${address}` })
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    reader.dispatch({ type: 'message', text: `nothing opens addresses here (${wordFailure(error)}); y copies it` })
  } finally {
    screen.enter()
    reader.redraw()
  }
}

/** Copies by way of the terminal (OSC 52), which works over ssh too. */
async function copy(text: string, reader: Reader, { screen }: Outside): Promise<void> {
  screen.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
  reader.dispatch({ type: 'message', text: `copied ${text}` })
}

/** Lets what was typed meanwhile come first. */
function pause(): Promise<void> {
  return new Promise((resolve) => afterPaint(() => afterPaint(resolve)))
}

function wordFailure({ failure }: FailureError): string {
  switch (failure.kind) {
    case 'usage':
    case 'refused':
      return failure.hint === undefined ? failure.message : `${failure.message}: ${failure.hint}`
    case 'io':
      return `cannot ${failure.action} ${failure.path}: ${failure.reason}`
    default:
      return `that did not work: ${failure.kind}`
  }
}
