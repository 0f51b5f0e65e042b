import { FailureError } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { layOutNote } from './lay-out-note.ts'
import { editNote, openAddress } from './lend-terminal.ts'
import type { Effect } from './events.ts'
import type { PanelItem } from './model.ts'
import { type Outside, type Reader, wordFailure } from './outside.ts'
import { placeToSave } from './saved-place.ts'
import { takeVault } from './take-vault.ts'
import { shownName } from './view/one-line.ts'

/** Runs an effect and reports the result as an event. Nothing here delays a key press. */
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
      return layOutNote(effect, reader, outside)
    case 'search':
      return search(effect, reader, outside)
    case 'prepare-search':
      return outside.searcher.prepare()
    case 'backlinks':
      return backlinks(effect.path, reader, outside)
    case 'random':
      return random(reader, outside)
    case 'reload':
      return reload(reader, outside)
    case 'edit':
      return editNote(effect, reader, outside)
    case 'create':
      return (await import('./change-notes.ts')).createNote(effect.title, reader, outside)
    case 'rename':
      return (await import('./change-notes.ts')).renameNote(effect.path, effect.name, reader, outside)
    case 'remove':
      return (await import('./change-notes.ts')).removeNote(effect.path, reader, outside)
    case 'undo':
      return (await import('./change-notes.ts')).undoChange(reader, outside)
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

/** Saves the place; a failure to do so is ignored. */
async function save({ state }: Reader, { context }: Outside): Promise<void> {
  await context.writeState('browse', placeToSave(state))
}

/** Searches for a query; the answer is dropped when the query changed meanwhile. */
async function search(
  { query, isExact }: Extract<Effect, { kind: 'search' }>,
  reader: Reader,
  { searcher }: Outside,
): Promise<void> {
  const found = await searcher.find({ words: query, isExact })
  if (found === undefined) return
  const { vault } = reader.state
  const hits = found.hits.flatMap(({ path, lines }) => {
    const note = vault.note(path)
    return note === undefined ? [] : [{ path: note.path, lines }]
  })
  reader.dispatch({ type: 'hits', query, isExact, hits, said: found.said.join('; ') })
}

async function backlinks(path: NotePath, reader: Reader, { context }: Outside): Promise<void> {
  const links = reader.state.vault.linksTo(path)
  const [sentences, { plainSentences }] = await Promise.all([context.contexts(links), import('./plain-sentences.ts')])
  const readable = await plainSentences(sentences)
  const items = links.map(({ from }, index): PanelItem => ({
    title: shownName(reader.state, from.title),
    detail: readable[index] ?? '',
    goal: { kind: 'note', path: from.path, wanted: { kind: 'link-to', path } },
  }))
  reader.dispatch({ type: 'backlinks', path, items })
}

async function random(reader: Reader, { context }: Outside): Promise<void> {
  const { notes } = reader.state.vault
  const note = notes[Math.floor(context.random() * notes.length)]
  if (note !== undefined) reader.dispatch({ type: 'open', path: note.path })
  else reader.dispatch({ type: 'message', text: 'there are no notes yet; n writes one' })
}

async function reload(reader: Reader, outside: Outside): Promise<void> {
  const vault = await outside.context.freshVault()
  takeVault(vault, reader, outside)
  reader.dispatch({ type: 'message', text: `${vault.notes.length.toLocaleString('en-US')} notes read` })
}

/** Copies through the terminal (OSC 52), which works over ssh too. */
async function copy(text: string, reader: Reader, { screen }: Outside): Promise<void> {
  screen.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
  reader.dispatch({ type: 'message', text: `copied ${text}` })
}
