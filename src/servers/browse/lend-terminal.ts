import { join } from 'node:path'
import type * as programs from '../../commands/show/open.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { Effect } from './events.ts'
import { type Outside, type Reader, wordFailure } from './outside.ts'
import { sourceLine } from './source-line.ts'
import { takeVault } from './take-vault.ts'

type EditEffect = Extract<Effect, { kind: 'edit' }>

/** Opens the editor on the terminal, at the line that is being read; afterwards reads the vault anew and shows the note again. */
export async function editNote({ path, place }: EditEffect, reader: Reader, outside: Outside): Promise<void> {
  const { context } = outside
  const note = reader.state.vault.note(path)
  const line = note === undefined ? undefined : sourceLine(await context.readText(path), note.bodyStart, place)
  await lendTerminal(reader, outside, async ({ openInEditor }) => {
    const how = { messages: [], ...(line === undefined ? {} : { line }) }
    const { messages = [] } = await openInEditor(context, join(context.vaultChoice().root, path), how)
    takeVault(await context.freshVault(), reader, outside)
    for (const text of messages) reader.dispatch({ type: 'message', text })
  })
}

/** Opens an address with the system's opener; it gets the terminal, since it may be a text browser. */
export async function openAddress(address: string, reader: Reader, outside: Outside): Promise<void> {
  await lendTerminal(reader, outside, async ({ openWithApp }) => {
    try {
      const { messages = [] } = await openWithApp(outside.context, address, [])
      reader.dispatch({ type: 'message', text: messages[0] ?? `opened ${address}` })
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      reader.dispatch({ type: 'message', text: `nothing opens addresses here (${wordFailure(error)}); y copies it` })
    }
  })
}

/** Restores the terminal while a program runs on it. */
async function lendTerminal(
  reader: Reader,
  { screen }: Outside,
  work: (commands: typeof programs) => Promise<void>,
): Promise<void> {
  const commands = await import('../../commands/show/open.ts')
  screen.leave()
  try {
    await work(commands)
  } finally {
    screen.enter()
    reader.redraw()
  }
}
