import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { type ChangeFiles, ifPresent } from '../files/change-files.ts'
import { invertSplices, spliceBytes } from './edit-bytes.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { constants } from '../files/file-system.ts'
import type { Journal, JournalStep } from './journal.ts'
import { isRefused, realVaultName, realVaultPath } from '../vault/vault-path.ts'
import { type FileOwnership, publicMode, syncFolder, writeTemporary } from '../files/write-file-whole.ts'

/** A vault's folder, the folder of this user's state of it, and the file system calls that change both. */
export interface WritableVault {
  readonly fs: ChangeFiles
  readonly root: string
  readonly state: string
}

type WriteStep = Extract<JournalStep, { kind: 'write' }>
type MoveStep = Extract<JournalStep, { kind: 'move' }>
type RelinkStep = Extract<JournalStep, { kind: 'relink' }>

/**
 * Runs all steps of a journal. New content is first written to temporary files, so that likely failures (a full disk, no permission) come
 * before any note is touched; then the files are put in place. Fails with the file that could not be changed; the caller rolls back.
 */
export function runJournal(place: WritableVault, journal: Journal): void {
  const steps = journal.steps
  for (const step of steps)
    if (step.kind === 'make-folder') naming(step.path, 'make', () => makeFolder(place, step.path))
  steps.forEach((step, order) => {
    if (step.kind === 'write') naming(step.path, 'write', () => stage(place, step, temporaryOf(journal, order)))
    if (step.kind === 'relink') naming(step.path, 'write', () => stageLink(place, step, temporaryOf(journal, order)))
    if (step.kind === 'move') naming(step.path, 'move', () => requireMovable(place, step))
  })
  steps.forEach((step, order) => {
    if (step.kind === 'write') naming(step.path, 'write', () => putInPlace(place, step, temporaryOf(journal, order)))
    if (step.kind === 'relink')
      naming(step.path, 'write', () => putLinkInPlace(place, step.path, temporaryOf(journal, order)))
    if (step.kind === 'move')
      naming(step.path, 'move', () => place.fs.renameSync(at(place, step.path), at(place, step.to)))
    if (step.kind === 'remove-folder') naming(step.path, 'remove', () => removeFolder(place, step.path))
  })
  syncFolders(place, steps)
}

/** Rolls back whatever part of a journal was done. Returns the files that others have changed since, which stay as they are. */
export function takeBack(place: WritableVault, journal: Journal): readonly string[] {
  const conflicts: string[] = []
  journal.steps.toReversed().forEach((step, fromEnd) => {
    const temporary = temporaryOf(journal, journal.steps.length - 1 - fromEnd)
    if (!naming(step.path, 'restore', () => takeBackStep(place, step, temporary))) conflicts.push(step.path)
  })
  syncFolders(place, journal.steps)
  return conflicts
}

/** SHA-256 of bytes, in hexadecimal. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of a file that is moved, read in parts; for a symbolic link, of its target. */
export function moveHash(place: WritableVault, path: string): string {
  const file = at(place, path)
  const facts = place.fs.lstatSync(file)
  if (facts.isSymbolicLink()) return linkHash(place.fs.readlinkSync(file))
  // Reading a pipe would block, and it has no content to lose.
  if (!facts.isFile()) return contentHash(Buffer.from('no regular file'))
  const hash = createHash('sha256')
  const part = Buffer.allocUnsafe(1 << 16)
  const descriptor = place.fs.openSync(file, constants.O_RDONLY)
  try {
    for (let length = -1; length !== 0;) {
      length = place.fs.readSync(descriptor, part, 0, part.length, null)
      hash.update(part.subarray(0, length))
    }
  } finally {
    place.fs.closeSync(descriptor)
  }
  return hash.digest('hex')
}

/** SHA-256 of a symbolic link, which is its target. */
export function linkHash(target: string): string {
  return contentHash(Buffer.from(`link to ${target}`))
}

/** The target of a symbolic link as it is written; undefined when the path is no symbolic link. */
export function targetOf({ fs, root, state }: WritableVault, path: string): string | undefined {
  const file = at({ fs, root, state }, path)
  return ifPresent(() => fs.lstatSync(file))?.isSymbolicLink() === true ? fs.readlinkSync(file) : undefined
}

/** The file that a path of the vault stands for, symbolic links followed. Refuses what may not be changed. */
export function realFile({ fs, root }: WritableVault, path: string): string {
  return realVaultPath(fs, root, path, 'change')
}

/** The path of a name in the vault: symbolic links in its folders are followed, one in the name itself is not. */
export function at({ fs, root }: WritableVault, path: string): string {
  return realVaultName(fs, root, path, 'change')
}

function temporaryOf(journal: Journal, order: number): string {
  return `.wend-${journal.id}-${order}.tmp`
}

function stage(place: WritableVault, step: WriteStep, temporary: string): void {
  const file = realFile(place, step.path)
  const bytes = ifPresent(() => place.fs.readFileSync(file))
  if ((bytes === undefined ? null : contentHash(bytes)) !== step.before) changedSince(step.path)
  if (step.after !== null) writeBeside(place, file, temporary, spliceBytes(bytes ?? Buffer.alloc(0), step.splices))
}

function writeBeside({ fs }: WritableVault, file: string, temporary: string, bytes: Buffer): void {
  const like: FileOwnership | undefined = ifPresent(() => fs.lstatSync(file))
  writeTemporary(fs, join(dirname(file), temporary), bytes, like ?? publicMode)
}

function putInPlace(place: WritableVault, step: WriteStep, temporary: string): void {
  const file = realFile(place, step.path)
  if (step.after === null) place.fs.unlinkSync(file)
  else place.fs.renameSync(join(dirname(file), temporary), file)
}

function stageLink(place: WritableVault, step: RelinkStep, temporary: string): void {
  if (targetOf(place, step.path) !== step.before) changedSince(step.path)
  linkBeside(place, step.path, { temporary, target: step.after })
}

function linkBeside(
  place: WritableVault,
  path: string,
  { temporary, target }: { readonly temporary: string; readonly target: string },
): void {
  const beside = join(dirname(at(place, path)), temporary)
  ifPresent(() => place.fs.unlinkSync(beside))
  place.fs.symlinkSync(target, beside)
}

function putLinkInPlace(place: WritableVault, path: string, temporary: string): void {
  const file = at(place, path)
  place.fs.renameSync(join(dirname(file), temporary), file)
}

/**
 * Fails when a file can't be moved. File systems that fold case find a file under a new name that differs in case only; that is allowed.
 */
function requireMovable(place: WritableVault, step: MoveStep): void {
  const from = place.fs.lstatSync(at(place, step.path))
  const to = ifPresent(() => place.fs.lstatSync(at(place, step.to)))
  if (to === undefined || (to.ino === from.ino && to.dev === from.dev && sameFolded(step))) return
  fail({ kind: 'refused', message: `${step.to} exists already; nothing was changed` })
}

function sameFolded(step: MoveStep): boolean {
  return step.path.normalize('NFC').toLowerCase() === step.to.normalize('NFC').toLowerCase()
}

function makeFolder(place: WritableVault, path: string): void {
  const folder = at(place, path)
  if (ifPresent(() => place.fs.lstatSync(folder)) === undefined) place.fs.mkdirSync(folder)
}

/** Removes a folder, unless something else has appeared in it. */
function removeFolder(place: WritableVault, path: string): void {
  try {
    place.fs.rmdirSync(at(place, path))
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}

function takeBackStep(place: WritableVault, step: JournalStep, temporary: string): boolean {
  switch (step.kind) {
    case 'make-folder':
      removeFolder(place, step.path)
      return true
    case 'remove-folder':
      makeFolder(place, step.path)
      return true
    case 'move':
      return moveBack(place, step)
    case 'relink':
      return linkBack(place, step, temporary)
    case 'write':
      return writeBack(place, step, temporary)
  }
}

/** Moves a file back, but only if it is the one that was moved. */
function moveBack(place: WritableVault, step: MoveStep): boolean {
  if (isRefused(() => at(place, step.to))) return true
  const to = ifPresent(() => at(place, step.to))
  const moved = to !== undefined && ifPresent(() => place.fs.lstatSync(to)) !== undefined
  const from = at(place, step.path)
  const still = ifPresent(() => place.fs.lstatSync(from)) !== undefined
  if (!moved) return still
  if (still && !sameFolded(step)) return false
  if (moveHash(place, step.to) !== step.hash) return false
  place.fs.renameSync(to, from)
  return true
}

function linkBack(place: WritableVault, step: RelinkStep, temporary: string): boolean {
  const file = ifPresent(() => at(place, step.path))
  if (file === undefined) return false
  ifPresent(() => place.fs.unlinkSync(join(dirname(file), temporary)))
  const target = targetOf(place, step.path)
  if (target === step.before) return true
  if (target !== step.after) return false
  linkBeside(place, step.path, { temporary, target: step.before })
  putLinkInPlace(place, step.path, temporary)
  return true
}

function writeBack(place: WritableVault, step: WriteStep, temporary: string): boolean {
  const file = ifPresent(() => realFile(place, step.path))
  if (file === undefined) return step.before === null
  const beside = join(dirname(file), temporary)
  ifPresent(() => place.fs.unlinkSync(beside))
  const bytes = ifPresent(() => place.fs.readFileSync(file))
  const hash = bytes === undefined ? null : contentHash(bytes)
  if (hash === step.before) return true
  if (hash !== step.after) return false
  if (step.before === null) place.fs.unlinkSync(file)
  else {
    writeBeside(place, file, temporary, spliceBytes(bytes ?? Buffer.alloc(0), invertSplices(step.splices)))
    place.fs.renameSync(beside, file)
  }
  return true
}

function syncFolders(place: WritableVault, steps: readonly JournalStep[]): void {
  const folders = new Set<string>()
  for (const step of steps) {
    for (const path of step.kind === 'move' ? [step.path, step.to] : [step.path]) {
      const isLink = step.kind === 'relink' || step.kind === 'move'
      const file = ifPresent(() => (isLink ? at(place, path) : realFile(place, path)))
      if (file !== undefined) folders.add(dirname(file))
    }
  }
  for (const folder of folders) naming(folder, 'write', () => syncFolder(place.fs, folder))
}

function changedSince(path: string): never {
  return fail({
    kind: 'refused',
    message: `${path} was changed by another program in the meantime; nothing was changed`,
    hint: 'run the command again',
  })
}

/** Runs work; a system error becomes a failure that names the file. */
function naming<T>(path: string, action: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    return errorCode(error) === undefined
      ? raise(error)
      : fail({ kind: 'io', action, path, reason: errorReason(error) })
  }
}

function raise(error: unknown): never {
  throw error
}
