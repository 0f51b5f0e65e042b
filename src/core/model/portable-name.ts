import type { NotePath } from './note-path.ts'

const reserved = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]|conin\$|conout\$) *(?:\.|$)/i

/** Why a path cannot be a file on Windows or macOS too, as a sentence; undefined when it can. Lengths in UTF-8 bytes, as ext4 and APFS count. */
export function nameProblem(path: NotePath): string | undefined {
  for (const segment of path.split('/')) {
    const mark = /[<>:"\\|?*\u0000-\u001f]/.exec(segment)?.[0]
    if (mark !== undefined) return `${path}: Windows allows no ${JSON.stringify(mark)} in a name`
    if (/[. ]$/.test(segment))
      return `${path}: Windows cuts the ${segment.endsWith('.') ? 'dot' : 'blank'} at the end of a name`
    if (reserved.test(segment)) return `${path}: Windows keeps the name "${segment}" for itself`
    if (bytesOf(segment) > 255) return `${path}: a name longer than 255 bytes is none on any system`
  }
  return undefined
}

/** How many bytes a name takes in UTF-8. */
function bytesOf(name: string): number {
  return [...name].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)
}
