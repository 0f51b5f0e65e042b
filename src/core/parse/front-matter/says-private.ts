import type { Metadata } from '../../model/note.ts'

/** Whether front matter says that nobody but its owner may see a note: `private: true`, however the key and the word are spelled. */
export function saysPrivate(metadata: Metadata): boolean {
  return Object.entries(metadata).some(([key, value]) => key.toLowerCase() === 'private' && isYes(value))
}

/** Whether a text begins as front matter that is never closed, as by `...` or `----`, and names the key `private` before its first empty line. */
export function startsPrivate(text: string): boolean {
  if (!/^---[ \t]*\r?\n/.test(text)) return false
  const [start = ''] = text.slice(0, 20_000).split(/\n[ \t]*\r?\n/, 1)
  return /^["']?private["']?[ \t]*:/im.test(start)
}

/** Whether front matter has the key `private` more than once: the last one counts, and may say the opposite of another. */
export function repeatsPrivate(front: string): boolean {
  return (front.slice(0, 20_000).match(/^["']?private["']?[ \t]*:/gim) ?? []).length > 1
}

/** Also in a list, as editors keep a property that once had several values. */
function isYes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isYes)
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|y|on|1)$/i.test(value.trim()))
}
