import { setImmediate as afterPaint } from 'node:timers'
import type { Effect } from './events.ts'
import type { RenderedNote } from './model.ts'
import type { Outside, Reader } from './outside.ts'

/** Recently laid out notes, by width and path; they are dropped with their vault. */
const laidOut = new WeakMap<object, Map<string, RenderedNote>>()
const mostLaidOut = 50

type RenderEffect = Extract<Effect, { kind: 'render' }>

/** Lays out a note unless the reader has moved on to another one meanwhile. */
export async function layOutNote(
  { path, width }: RenderEffect,
  reader: Reader,
  { context, style }: Outside,
): Promise<void> {
  const { vault } = reader.state
  const known = laidOut.get(vault) ?? new Map<string, RenderedNote>()
  laidOut.set(vault, known)
  const key = `${width} ${path}`
  const ready = known.get(key)
  if (ready !== undefined) return reader.dispatch({ type: 'rendered', note: ready })
  await pause()
  const note = vault.note(path)
  const isWanted = reader.state.note?.path === path || reader.state.beside?.path === path
  if (note === undefined || !isWanted || reader.state.vault !== vault) return
  const { renderForReader } = await import('./render-for-reader.ts')
  const rendered = await renderForReader({ context, vault, note, width, style })
  if (known.size >= mostLaidOut) known.clear()
  known.set(key, rendered)
  reader.dispatch({ type: 'rendered', note: rendered })
}

/** Lets waiting input be handled first. */
function pause(): Promise<void> {
  return new Promise((resolve) => afterPaint(() => afterPaint(resolve)))
}
