import { checksum } from './checksum.ts'
import type { KeptFolder } from './kept-folder.ts'

/** Keeps texts by name; a text may be gone when it is asked for, since there is room for a fixed number only. */
export interface KeptPages {
  readonly read: (name: string) => string | undefined
  readonly keep: (name: string, text: string) => void
}

/** How many texts are kept: each name has one of so many places, where a later text replaces an earlier one. */
const places = 128

/** Longer texts are not kept; in UTF-16 units. */
const longest = 128 * 1024

/** Keeps texts in the folder of a vault. What is damaged is as if it were not there; what can't be written is left. */
export function keptPages(files: KeptFolder): KeptPages {
  return {
    read: (name) => {
      const file = files.open<string>(placeOf(name))
      const text = file?.about === name ? file.read('text')?.toString() : undefined
      file?.close()
      return text
    },
    keep: (name, text) => {
      if (text.length <= longest) files.write(placeOf(name), name, [['text', [Buffer.from(text)]]])
    },
  }
}

function placeOf(name: string): string {
  return `page-${checksum(Buffer.from(name)) % places}`
}
