import { createHash } from 'node:crypto'
import * as nodeFiles from '../files/file-system.ts'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../files/error-code.ts'
import { realPathOf } from '../files/file-facts.ts'
import { makeFolders } from '../files/make-folders.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where this user's state of a vault may be (the journal of a change, the history of changes, the position of the reader): below
 * `$XDG_STATE_HOME` or `~/.local/state`, by the vault's real path, and below the system's temporary folder if this user has ever had to use
 * that. Never in the vault: what is there may come from a stranger. Creates nothing.
 */
export function stateFolders(root: string, env: Environment): readonly string[] {
  return foldersOf(keyOf(realPathOf(root) ?? root), env)
}

/** The same for a vault that used to be at a path, whatever is there now. */
export function formerStateFolders(root: string, env: Environment): readonly string[] {
  return foldersOf(keyOf(root), env)
}

function foldersOf(key: string, env: Environment): readonly string[] {
  const home = stateHome(env)
  return [
    ...(home === undefined ? [] : [join(home, 'wend', key)]),
    ...(notOwn(temporaryHome()) === undefined ? [join(temporaryHome(), key)] : []),
  ]
}

/** A folder of this user for the state of a vault; `problem` says why it is not the usual one. */
export interface UserState {
  readonly folder: string
  readonly problem?: string
}

/** Makes the folder of a vault's state, accessible to its owner only. Fails when neither the usual nor a temporary one can be made. */
export function makeUserState(root: string, env: Environment): UserState {
  const usual = stateHome(env)
  const key = keyOf(realPathOf(root) ?? root)
  const problem = usual === undefined ? 'there is no home folder' : makePrivate(join(usual, 'wend', key))
  if (problem === undefined) return { folder: join(usual ?? '', 'wend', key) }
  const folder = join(temporaryHome(), key)
  const second = makePrivate(temporaryHome()) ?? notOwn(temporaryHome()) ?? makePrivate(folder)
  if (second === undefined) return { folder, problem }
  return fail({
    kind: 'refused',
    message: `there is no place to write down what is changed: ${problem}; ${second}`,
    hint: 'name a folder that can be written with $XDG_STATE_HOME',
  })
}

function stateHome(env: Environment): string | undefined {
  const given = env['XDG_STATE_HOME'] ?? ''
  if (isAbsolute(given)) return given
  try {
    const home = env['HOME'] ?? homedir()
    return isAbsolute(home) ? join(home, '.local', 'state') : undefined
  } catch {
    return undefined
  }
}

function temporaryHome(): string {
  return join(tmpdir(), `wend-${process.getuid?.() ?? 'user'}`)
}

function keyOf(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 16)
}

/** Makes a folder that its owner can write to; gives the reason when it can't. */
function makePrivate(folder: string): string | undefined {
  try {
    makeFolders(folder)
    nodeFiles.accessSync(folder, nodeFiles.constants.W_OK | nodeFiles.constants.X_OK)
    return undefined
  } catch (error) {
    return `${folder}: ${errorReason(error)}`
  }
}

/** Why a folder in the temporary folder, where others may write, can't be used: it must belong to this user and be closed to all others. */
function notOwn(folder: string): string | undefined {
  try {
    const facts = nodeFiles.lstatSync(folder)
    const user = process.getuid?.()
    const closed = user === undefined || (facts.uid === user && (facts.mode & 0o077) === 0)
    return facts.isDirectory() && closed ? undefined : `${folder}: it is not this user's own`
  } catch (error) {
    return `${folder}: ${errorReason(error)}`
  }
}
