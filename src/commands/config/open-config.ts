import { FailureError } from '../../core/model/failure.ts'
import type { Context, Outcome } from '../command.ts'
import { allSettings } from './all-settings.ts'
import { configFile, type ConfigOwner, configTextOf, editLine, problemOf, saveConfig } from './config-owner.ts'

/**
 * Opens a configuration file in the editor, creating it with every key commented out if necessary, and reports afterwards what is wrong in
 * it.
 */
export async function openConfig(context: Context, owner: ConfigOwner): Promise<Outcome> {
  const [{ openInEditor }, { configText }] = await Promise.all([
    import('../show/open.ts'),
    import('../../io/config/config-text.ts'),
  ])
  const file = configFile(context, owner)
  const made = (await configTextOf(context, owner)) === undefined
  if (made) await saveConfig(context, owner, configText(new Map(), owner))
  const editor = await editorOf(context)
  const outcome = await openInEditor(context, file, { editor, messages: made ? [`${file} is new`] : [] })
  const text = await configTextOf(context, owner)
  const problem = text === undefined ? undefined : await problemOf(text, file, owner)
  if (problem === undefined) return outcome
  return { messages: [...(outcome.messages ?? []), problem, `open it again with: ${editLine(owner)}`], exit: 2 }
}

/** The configured editor, even outside a vault; empty when none is set, undefined when the settings can't be read. */
async function editorOf(context: Context): Promise<string | undefined> {
  try {
    const value = (await allSettings(context)).find(({ key }) => key === 'editor')?.value
    return typeof value === 'string' ? value : ''
  } catch (error) {
    if (error instanceof FailureError) return undefined
    throw error
  }
}
