declare const brand: unique symbol

/** A path of a file inside the vault: relative to its root, `/` only, without `.`, `..` or empty segments. */
export type NotePath = string & { readonly [brand]: 'NotePath' }

/** The longest path that Linux opens (PATH_MAX); macOS takes a quarter of it. */
const longestPath = 4096

/** Why a path that was typed is none of the vault, as a message. */
export function noPathMessage(typed: string): string {
  if (typed.length > longestPath) return `a path of ${typed.length} characters is too long for a file`
  return `"${typed}" is not a path inside the vault`
}

/** Makes a NotePath of a relative path with `/` or `\`; undefined when it is empty, absolute, too long for a file or would leave the vault. */
export function toNotePath(path: string): NotePath | undefined {
  if (path.length > longestPath) return undefined
  if (!unusual.test(path)) return path as NotePath
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) return undefined
  const segments: string[] = []
  for (const segment of path.split(/[/\\]/)) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.length > 0 ? (segments.join('/') as NotePath) : undefined
}

/** What a path of files that a folder lists does not have: a drive, backslashes, empty segments, `.` and `..`. */
const unusual = /^[A-Za-z]:|\\|(?:^|\/)\.{0,2}(?:\/|$)/

/** The folder of a path, without a trailing slash; `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The last segment of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The file name without a trailing `.md` or `.markdown`. */
export function fileStem(path: string): string {
  return fileName(path).replace(/\.(?:md|markdown)$/i, '')
}

/** Whether the file name is that of a note (links.md section 5). */
export function isNoteFile(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}

/** Whether the file name is that of a canvas of Obsidian, whose links are read though it is no note. */
export function isCanvasFile(path: string): boolean {
  return /\.canvas$/i.test(path)
}

/** The way from the folder of one file of the vault to another file or folder, with `/` and `..`; `.` for the folder itself. */
export function relativePath(from: string, to: string): string {
  const folder = folderOf(from) === '' ? [] : folderOf(from).split('/')
  const target = to === '' ? [] : to.split('/')
  let shared = 0
  while (shared < folder.length && shared < target.length && folder[shared] === target[shared]) shared++
  const way = [...folder.slice(shared).map(() => '..'), ...target.slice(shared)]
  return way.length === 0 ? '.' : way.join('/')
}
