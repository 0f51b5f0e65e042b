import { fileName, isNoteFile, type NotePath } from '../model/note-path.ts'
import { foldName, isBeyondAscii, normaliseName } from './fold.ts'
import { LazyLookup } from './lazy-lookup.ts'

/** The files found for a path, and whether in exactly the requested case. */
export interface FileMatch {
  readonly paths: readonly NotePath[]
  readonly exactCase: boolean
}

/** Finds files of the vault by path, compared NFC-normalised and case-folded; exact case wins (links.md section 2). */
export class FileIndex {
  readonly #byPath: LazyLookup<NotePath>
  readonly #byName: LazyLookup<NotePath>
  readonly #key: (path: string) => string
  readonly #leadsTo: ReadonlyMap<NotePath, NotePath>

  /**
   * Indexes paths by the keys that `key` gives: the path as it is, or without the extension of notes. The path of a symbolic link finds the
   * file that `leadsTo` gives.
   */
  constructor(
    paths: readonly NotePath[],
    key: (path: string) => string = (path) => path,
    leadsTo: ReadonlyMap<NotePath, NotePath> = new Map(),
  ) {
    this.#key = key
    this.#leadsTo = leadsTo
    this.#byPath = new LazyLookup({ things: paths, keysOf: (path) => [foldName(key(path))], mayHave: mayBeAt })
    this.#byName = new LazyLookup({
      things: paths,
      keysOf: (path) => [fileName(foldName(key(path)))],
      mayHave: mayBeNamed,
    })
  }

  /** Files at exactly this path from the root. */
  at(path: string): FileMatch | undefined {
    return this.#prefer(this.#byPath.get(foldName(path)), (candidate) => candidate === normaliseName(path))
  }

  /** Files whose path ends with these whole segments, in any folder. */
  endingWith(suffix: string): FileMatch | undefined {
    const folded = foldName(suffix)
    const named = this.#byName.get(fileName(folded))
    const tail = '/' + folded
    const paths = folded.includes('/')
      ? named?.filter((path) => ('/' + foldName(this.#key(path))).endsWith(tail))
      : named
    const exactTail = '/' + normaliseName(suffix)
    return this.#prefer(paths, (candidate) => ('/' + candidate).endsWith(exactTail))
  }

  #prefer(paths: readonly NotePath[] | undefined, isExact: (key: string) => boolean): FileMatch | undefined {
    if (paths === undefined || paths.length === 0) return undefined
    const exact = paths.filter((path) => isExact(normaliseName(this.#key(path))))
    return exact.length > 0
      ? { paths: this.#files(exact), exactCase: true }
      : { paths: this.#files(paths), exactCase: false }
  }

  #files(paths: readonly NotePath[]): readonly NotePath[] {
    if (this.#leadsTo.size === 0) return paths
    return [...new Set(paths.map((path) => this.#leadsTo.get(path) ?? path))]
  }
}

/** The path without a trailing `.md` or `.markdown`, any case. */
export function withoutNoteExtension(path: string): string {
  return isNoteFile(path) ? path.slice(0, path.lastIndexOf('.')) : path
}

/** By how many characters the path of a file may exceed its key: none, `.md` or `.markdown`. */
const longer = [0, 3, 9]

function mayBeAt(path: string, key: string): boolean {
  const length = path.length - key.length
  return longer.includes(length) || isBeyondAscii(path)
}

function mayBeNamed(path: string, key: string): boolean {
  for (const more of longer) {
    const start = path.length - key.length - more
    if (start === 0 || (start > 0 && path.charCodeAt(start - 1) === slash)) return true
  }
  return isBeyondAscii(path)
}

const slash = 47
