import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../files/error-code.ts'
import * as fs from '../files/file-system.ts'
import { historyFolder } from './journal.ts'
import { formerStateFolders, makeUserState } from './user-state.ts'

/**
 * Adopts the state of a vault that was at another path before it was moved: its history, and an unfinished change. Refuses when that folder
 * still exists, when this vault has a history of its own, or when there is no state for the former path.
 */
export function takeOverHistory(root: string, former: string, env: Readonly<Record<string, string | undefined>>): void {
  const folder = formerStateFolders(former, env).find((state) => fs.existsSync(historyFolder(state)))
  if (folder === undefined) fail({ kind: 'refused', message: `no change of a vault at ${former} is known` })
  if (fs.existsSync(former))
    fail({ kind: 'refused', message: `${former} is still there, and its history is its own`, hint: 'undo it there' })
  const own = makeUserState(root, env).folder
  if (fs.existsSync(historyFolder(own)))
    fail({ kind: 'refused', message: 'this vault has a history of its own', hint: 'see it with: wend undo --list' })
  try {
    fs.rmSync(own, { recursive: true, force: true })
    fs.renameSync(folder, own)
  } catch (error) {
    fail({ kind: 'io', action: 'take over the history in', path: folder, reason: errorReason(error) })
  }
}
