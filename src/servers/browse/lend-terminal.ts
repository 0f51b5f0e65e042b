import { join } from 'node:path'
import type * as programs from '../../commands/show/open.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { type Outside, type Reader, wordFailure } from './outside.ts'
import { takeVault } from './take-vault.ts'

/** Hands the terminal to the editor, then reads the vault anew and comes back to the note. */
export async function editNote(path: NotePath, reader: Reader, outside: Outside): Promise<void> {
  const { context } = outside
  await lendTerminal(reader, outside, async ({ openInEditor }) => {
    const { messages = [] } = await openInEditor(context, join(context.vaultChoice().root, path), { messages: [] })
    takeVault(await context.freshVault(), reader, outside)
    for (const text of messages) reader.dispatch({ type: 'message', text })
  })
}

/** Hands an address to the system's opener; the terminal with it, since that may be a browser for terminals. */
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

/** Gives the terminal back for as long as some work takes that runs a program on it. */
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
