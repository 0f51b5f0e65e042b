import type { Metadata } from '../../model/note.ts'

/** Whether front matter says that nobody but its owner may see a note: `private: true`, however the key and the word are spelled. */
export function saysPrivate(metadata: Metadata): boolean {
  return Object.entries(metadata).some(([key, value]) => key.toLowerCase() === 'private' && isYes(value))
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value.trim()))
}
