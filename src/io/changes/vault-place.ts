import { existsSync, writeFileSync } from '../files/file-system.ts'
import { join } from 'node:path'
import type { VaultFolders } from './apply-changes.ts'
import { makeUserState, stateFolders } from './user-state.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Makes the folder for the journal and history of a vault that is about to be changed. While there is no history, `messages` say where it
 * will be, if that is not the usual place.
 */
export function vaultPlace(root: string, env: Environment): VaultFolders & { readonly messages: readonly string[] } {
  const { folder, problem } = makeUserState(root, env)
  const messages =
    problem === undefined || existsSync(join(folder, 'history'))
      ? []
      : [
          `what undo needs is kept in ${folder}, until the system clears it: the usual folder cannot be used (${problem})`,
        ]
  return { root, state: folder, messages }
}

/** Journal and history as earlier versions of wend kept them in the vault, where anyone could have put them. */
const foreign = ['journal', 'journal.new', 'history']

/**
 * Whether there may be something to recover before a vault is read: a change in progress or interrupted, or a file that looks like one.
 * Never reads a file.
 */
export function mayBeUnfinished(root: string, states: readonly string[]): boolean {
  return (
    states.some((state) => existsSync(join(state, 'journal'))) ||
    ['lock', ...foreign].some((name) => existsSync(join(root, '.wend', name)))
  )
}

/**
 * Messages, shown once to each user, about what looks like a journal or history in the vault: it may come from a stranger and is never
 * used.
 */
export function foreignState(root: string, env: Environment): readonly string[] {
  const names = foreign.filter((name) => existsSync(join(root, '.wend', name))).map((name) => `.wend/${name}`)
  if (names.length === 0 || stateFolders(root, env).some((state) => existsSync(join(state, 'ignored')))) return []
  remember(root, env)
  const them = names.length === 1 ? 'it is' : 'they are'
  return [
    `ignored ${names.join(' and ')}: ${them} not this user's own, or from an older wend (undo has its history elsewhere); delete what you do not need`,
  ]
}

function remember(root: string, env: Environment): void {
  try {
    writeFileSync(join(makeUserState(root, env).folder, 'ignored'), '')
  } catch {
    // Then it is shown again next time.
  }
}
