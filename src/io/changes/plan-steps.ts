import { isAbsolute, join, relative } from 'node:path'
import type { Change, CreateFile, EditFile, Relink } from '../../core/model/change.ts'
import { fail } from '../../core/model/failure.ts'
import { folderOf } from '../../core/model/note-path.ts'
import { ifPresent } from '../files/change-files.ts'
import { decodeText } from '../files/decode-text.ts'
import { spliceBytes, spliceEdits } from './edit-bytes.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import type { JournalStep } from './journal.ts'
import { at, contentHash, linkHash, moveHash, type WritableVault, realFile, targetOf } from './run-journal.ts'

type WriteStep = Extract<JournalStep, { kind: 'write' }>
type MoveStep = Extract<JournalStep, { kind: 'move' }>
type RelinkStep = Extract<JournalStep, { kind: 'relink' }>

/** The steps of a change on the files as they are. Fails when a file is not what the change was planned on. */
export function planSteps(place: WritableVault, changes: readonly Change[]): readonly JournalStep[] {
  const writes: WriteStep[] = []
  const moves: MoveStep[] = []
  const relinks: RelinkStep[] = []
  const emptied: JournalStep[] = []
  const moved = new Map(
    changes.flatMap((change) => (change.kind === 'move' ? [[change.path, change.to] as const] : [])),
  )
  for (const change of changes) {
    if (change.kind === 'edit') writes.push(...editStep(place, change))
    else if (change.kind === 'create') writes.push(createStep(place, change))
    else if (change.kind === 'remove') writes.push(removeStep(place, change.path))
    else if (change.kind === 'relink') relinks.push(relinkStep(place, change, moved.get(change.path) ?? change.path))
    else if (change.kind === 'move') {
      moves.push(moveStep(place, change.path, { to: change.to, changes }))
      relinks.push(...carriedLink(place, change.path, { to: change.to, changes }))
    } else if (change.kind === 'trash')
      moves.push(moveStep(place, change.path, { to: trashPath(place, change.path), changes }))
    else emptied.push({ kind: 'remove-folder', path: change.path })
  }
  const written = new Map<string, string | null>([
    ...writes.map(({ path, after }) => [path, after] as const),
    ...relinks.map(({ path, after }) => [path, linkHash(after)] as const),
  ])
  const asWritten = moves.map((move) => ({ ...move, hash: written.get(move.path) ?? move.hash }))
  const targets = [
    ...writes.filter(({ before }) => before === null).map(({ path }) => path),
    ...moves.map(({ to }) => to),
  ]
  for (const target of targets) requireReachable(place, target)
  return [...missingFolders(place, targets), ...writes, ...relinks, ...asWritten, ...emptied]
}

function editStep(place: WritableVault, change: EditFile): readonly WriteStep[] {
  const { path } = change
  const bytes = readBytes(place, path)
  const decoded = decodeText(bytes)
  if ('binary' in decoded || decoded.text !== change.original)
    return fail({
      kind: 'refused',
      message: `${path} was changed by another program in the meantime; nothing was changed`,
      hint: 'run the command again',
    })
  const splices = spliceEdits(bytes, change.edits).filter(({ removed, inserted }) => !removed.equals(inserted))
  if (splices.length === 0) return []
  const after = contentHash(spliceBytes(bytes, splices))
  return [{ kind: 'write', path, before: contentHash(bytes), after, splices }]
}

function createStep(place: WritableVault, { path, text }: CreateFile): WriteStep {
  if (ifPresent(() => place.fs.lstatSync(join(place.root, path))) !== undefined)
    fail({ kind: 'refused', message: `${path} exists already; nothing was changed` })
  const bytes = Buffer.from(text, 'utf8')
  const splices = [{ at: 0, removed: Buffer.alloc(0), inserted: bytes }]
  return { kind: 'write', path, before: null, after: contentHash(bytes), splices }
}

function removeStep(place: WritableVault, path: string): WriteStep {
  const bytes = readBytes(place, path)
  const splices = [{ at: 0, removed: bytes, inserted: Buffer.alloc(0) }]
  return { kind: 'write', path, before: contentHash(bytes), after: null, splices }
}

function readBytes(place: WritableVault, path: string): Buffer {
  return readable(path, () => place.fs.readFileSync(realFile(place, path)))
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return fail({ kind: 'io', action: 'read', path, reason: errorReason(error) })
  }
}

/** Fails, before the journal is written, when a path leads out of the vault or can't be read: it could not be rolled back. */
function requireReachable(place: WritableVault, path: string): void {
  try {
    ifPresent(() => place.fs.lstatSync(at(place, path)))
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    fail({ kind: 'io', action: 'write', path, reason: errorReason(error) })
  }
}

/** Gives a symbolic link its new target in the form of the old one: absolute, or relative to the folder where the link will be. */
function relinkStep(place: WritableVault, { path, to }: Relink, home: string): RelinkStep {
  const before = targetOf(place, path)
  if (before === undefined)
    return fail({ kind: 'refused', message: `${path} is no symbolic link any more; nothing was changed` })
  const after = isAbsolute(before) ? join(place.root, to) : relative(`/${folderOf(home)}`, `/${to}`)
  return { kind: 'relink', path, before, after }
}

/** A symbolic link itself is moved, when it still leads to the same file afterwards. */
function moveStep(
  place: WritableVault,
  path: string,
  { to, changes }: { readonly to: string; readonly changes: readonly Change[] },
): MoveStep {
  const facts = ifPresent(() => place.fs.lstatSync(join(place.root, path)))
  if (facts === undefined) return fail({ kind: 'io', action: 'move', path, reason: 'it is not there any more' })
  const target = facts.isSymbolicLink() ? place.fs.readlinkSync(join(place.root, path)) : undefined
  const isRelinked = changes.some((change) => change.kind === 'relink' && change.path === path)
  const leads = target !== undefined && ifPresent(() => place.fs.realpathSync(join(place.root, path))) !== undefined
  const isCarried = carriedLink(place, path, { to, changes }).length > 0
  if (leads && !isRelinked && !isCarried && !leadsAlike(target, { path, to, changes }))
    fail({ kind: 'refused', message: `${path} is a symbolic link that would lead elsewhere from ${folderOf(to)}` })
  return { kind: 'move', path, to, hash: readable(path, () => moveHash(place, path)) }
}

/** A moved relative symbolic link (with its folder, say) that would lead elsewhere gets a new target for the same place in the vault. */
function carriedLink(
  place: WritableVault,
  path: string,
  { to, changes }: { readonly to: string; readonly changes: readonly Change[] },
): readonly RelinkStep[] {
  const before = targetOf(place, path)
  if (before === undefined || isAbsolute(before) || leadsAlike(before, { path, to, changes })) return []
  if (changes.some((change) => change.kind === 'relink' && change.path === path)) return []
  const goal = join(folderOf(path), before)
  const isInside = goal !== '..' && !goal.startsWith('../') && goal !== '.'
  const exists = isInside && ifPresent(() => place.fs.lstatSync(join(place.root, goal))) !== undefined
  if (!exists || to.startsWith('.wend/')) return []
  return [{ kind: 'relink', path, before, after: relative(`/${folderOf(to)}`, movedPlace(`/${goal}`, changes)) }]
}

/** Whether a moved symbolic link leads, with its old target, to the same file, which may be moved as well. */
function leadsAlike(
  target: string,
  { path, to, changes }: { readonly path: string; readonly to: string; readonly changes: readonly Change[] },
): boolean {
  if (isAbsolute(target)) return true
  // Joined without a root, so that a path out of the vault keeps its `..`: from another folder there may be too few or too many.
  const [before = '', after] = [path, to].map((link) => join(folderOf(link), target))
  return after === movedPlace(`/${before}`, changes).slice(1)
}

/** The path of a file or folder after the moves; both begin with `/`. */
function movedPlace(before: string, changes: readonly Change[]): string {
  const goals = changes.flatMap((change) => {
    if (change.kind !== 'move') return []
    const rest = `/${change.path}`.startsWith(`${before}/`) ? `/${change.path}`.slice(before.length) : ''
    return rest !== '' || `/${change.path}` === before
      ? [`/${change.to}`.slice(0, change.to.length + 1 - rest.length)]
      : []
  })
  return goals[0] ?? before
}

/** A free path in the trash: the note's own, with a number if it is taken. */
function trashPath({ fs, root }: WritableVault, path: string): string {
  for (const folder of ['.wend', '.wend/trash']) {
    const facts = ifPresent(() => fs.lstatSync(join(root, folder)))
    if (facts !== undefined && !facts.isDirectory())
      fail({
        kind: 'refused',
        message: `${folder} is no folder, so nothing can be put in the trash; nothing was changed`,
      })
  }
  const dot = path.lastIndexOf('.') > path.lastIndexOf('/') + 1 ? path.lastIndexOf('.') : path.length
  for (let number = 1; ; number++) {
    const to = `.wend/trash/${number === 1 ? path : `${path.slice(0, dot)} ${number}${path.slice(dot)}`}`
    if (ifPresent(() => fs.lstatSync(join(root, to))) === undefined) return to
  }
}

/** The steps that make the missing folders of some paths. */
export function missingFolders({ fs, root }: WritableVault, paths: readonly string[]): readonly JournalStep[] {
  const missing = new Set<string>()
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !missing.has(folder); folder = folderOf(folder)) {
      if (ifPresent(() => fs.lstatSync(join(root, folder))) !== undefined) break
      missing.add(folder)
    }
  }
  return [...missing].sort().map((path) => ({ kind: 'make-folder', path }))
}
