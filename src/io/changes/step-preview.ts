import type { Change, Edit } from '../../core/model/change.ts'
import { folderOf, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { join } from 'node:path/posix'
import { textDifference } from '../../core/plan/text/text-difference.ts'
import { decodeText } from '../files/decode-text.ts'
import { ifPresent } from '../files/change-files.ts'
import { type Splice, spliceBytes } from './edit-bytes.ts'
import type { JournalStep } from './journal.ts'
import { at, contentHash, linkHash, moveHash, type WritableVault, realFile } from './run-journal.ts'

/** The content of a path after simulated steps: the file that was at `origin`, new bytes, a link, or nothing. */
type Content = FromFile | Made | Linked | undefined

interface FromFile {
  readonly kind: 'file'
  readonly origin: string
}

/** A symbolic link that was at `origin`, with another target. */
interface Linked {
  readonly kind: 'link'
  readonly origin: string
  readonly target: string
}

/** New bytes: the file at `origin` with `splices`, if it was written just once; without `origin`, a new file. */
interface Made {
  readonly kind: 'made'
  readonly bytes: Buffer
  readonly origin?: string
  readonly splices?: readonly Splice[]
}

/** Simulates steps without touching a file: checks whether each finds what it expects, and gives their total effect. */
export class StepPreview {
  readonly #place: WritableVault
  /** The paths whose content differs from the files. */
  readonly #contents = new Map<string, Content>()
  readonly #emptied = new Set<string>()

  constructor(place: WritableVault) {
    this.#place = place
  }

  /** Simulates the steps of one journal; gives the first path that is not as they expect, undefined when all are. */
  run(steps: readonly JournalStep[]): string | undefined {
    for (const step of steps)
      if (step.kind === 'write') {
        if (this.#hash(step.path, 'write') !== step.before) return step.path
        this.#write(step)
      }
    for (const step of steps) if (step.kind === 'relink' && !this.#relink(step)) return step.path
    const moves = steps.filter((step) => step.kind === 'move')
    for (const { path, to, hash } of moves) {
      if (this.#hash(path, 'move') !== hash) return path
      if (this.#hash(to, 'move') !== null && !this.#isSameFile(path, to)) return to
    }
    for (const { path, to } of moves) {
      const content = this.#at(path)
      this.#contents.set(path, undefined)
      this.#contents.set(to, content)
    }
    for (const { kind, path } of steps)
      if (kind === 'remove-folder') this.#emptied.add(path)
      else if (kind === 'make-folder') this.#emptied.delete(path)
    return undefined
  }

  /** Whether anything is at a path after the steps so far. */
  holds(path: string): boolean {
    return this.#at(path) !== undefined
  }

  /** The effect of the steps so far, as one change of the files: moves first, then by path. */
  changes(): readonly Change[] {
    const origins = new Set([...this.#contents.values()].map((content) => content?.origin))
    const changes = [...this.#contents].flatMap(([path, content]) => this.#changesOf(path, content, origins))
    for (const path of this.#emptied) {
      const folder = toNotePath(path)
      if (folder !== undefined && path !== '.wend/trash' && this.#isThere(path))
        changes.push({ kind: 'remove-folder', path: folder })
    }
    return changes.sort((a, b) => Number(b.kind === 'move') - Number(a.kind === 'move') || (a.path < b.path ? -1 : 1))
  }

  #at(path: string): Content {
    if (this.#contents.has(path)) return this.#contents.get(path)
    return this.#isThere(path) ? { kind: 'file', origin: path } : undefined
  }

  #isThere(path: string): boolean {
    return ifPresent(() => this.#place.fs.lstatSync(at(this.#place, path))) !== undefined
  }

  /** Whether two paths are one file: file systems that fold case find it under both names. */
  #isSameFile(path: string, to: string): boolean {
    if (this.#contents.has(to) || path.toLowerCase() !== to.toLowerCase()) return false
    const [from, other] = [path, to].map((name) => this.#place.fs.lstatSync(at(this.#place, name)))
    return from?.ino === other?.ino && from?.dev === other?.dev
  }

  /** The hash of a path's content, as write steps or move steps compute it; null for nothing. */
  #hash(path: string, by: 'write' | 'move'): string | null {
    const content = this.#at(path)
    if (content === undefined) return null
    if (content.kind === 'made') return contentHash(content.bytes)
    if (content.kind === 'link') return linkHash(content.target)
    return by === 'move' ? moveHash(this.#place, content.origin) : contentHash(this.#read(content.origin))
  }

  #read(path: string): Buffer {
    return this.#place.fs.readFileSync(realFile(this.#place, path))
  }

  /** Simulates a relink; false when the link is not as the step expects. */
  #relink({ path, before, after }: Extract<JournalStep, { kind: 'relink' }>): boolean {
    if (this.#hash(path, 'move') !== linkHash(before)) return false
    this.#contents.set(path, { kind: 'link', origin: this.#at(path)?.origin ?? path, target: after })
    return true
  }

  #write({ path, after, splices }: Extract<JournalStep, { kind: 'write' }>): void {
    const content = this.#at(path)
    if (after === null) return void this.#contents.set(path, undefined)
    if (content?.kind === 'link') return
    if (content?.kind !== 'file') {
      const bytes = spliceBytes(content?.bytes ?? Buffer.alloc(0), splices)
      return void this.#contents.set(path, {
        kind: 'made',
        bytes,
        ...(content?.origin === undefined ? {} : { origin: content.origin }),
      })
    }
    const { origin } = content
    this.#contents.set(path, { kind: 'made', bytes: spliceBytes(this.#read(origin), splices), origin, splices })
  }

  #changesOf(path: string, content: Content, origins: ReadonlySet<string | undefined>): Change[] {
    const name = toNotePath(path)
    if (name === undefined) return []
    if (content === undefined) return this.#isThere(path) && !origins.has(path) ? [{ kind: 'remove', path: name }] : []
    const origin = toNotePath(content.origin ?? '')
    if (content.kind === 'made' && origin === undefined)
      return [{ kind: 'create', path: name, text: content.bytes.toString('utf8') }]
    if (origin === undefined) return []
    const edit =
      content.kind === 'made'
        ? this.#edit(origin, content.bytes, content.splices)
        : content.kind === 'link'
          ? relink(origin, path, content.target)
          : []
    return origin === path ? edit : [{ kind: 'move', path: origin, to: name }, ...edit]
  }

  #edit(path: NotePath, after: Buffer, splices: readonly Splice[] | undefined): Change[] {
    const before = this.#read(path)
    const [decoded, made] = [decodeText(before), decodeText(after)]
    if ('binary' in decoded || 'binary' in made) return []
    const edits =
      splices === undefined ? textDifference(decoded.text, made.text) : splices.map((splice) => toEdit(before, splice))
    return edits.length === 0 ? [] : [{ kind: 'edit', path, original: decoded.text, edits }]
  }
}

/** A target that is absolute or outside the vault is no vault path, and is not shown. */
function relink(origin: NotePath, path: string, target: string): Change[] {
  const to = toNotePath(join(folderOf(path), target))
  return to === undefined || target.startsWith('/') ? [] : [{ kind: 'relink', path: origin, to }]
}

function toEdit(bytes: Buffer, { at, removed, inserted }: Splice): Edit {
  const start = decodedPart(bytes, bytes.subarray(0, at)).length
  const before = decodedPart(bytes, removed)
  return { span: { start, end: start + before.length }, before, after: decodedPart(bytes, inserted) }
}

/** A part of a file as text, in the file's encoding. */
function decodedPart(file: Buffer, part: Buffer): string {
  const mark = file.subarray(0, file[0] === 0xef ? 3 : 2)
  const marked = file[0] === 0xff || file[0] === 0xfe || (file[0] === 0xef && file[1] === 0xbb)
  const whole = !marked || part.subarray(0, mark.length).equals(mark) ? part : Buffer.concat([mark, part])
  const decoded = decodeText(whole)
  return 'binary' in decoded ? '' : decoded.text
}
