import { checksum } from './checksum.ts'
import type { KeptFolder } from './kept-folder.ts'

/** Keeps texts by name. There is room for a fixed number of them, so a text may be missing when it is read. */
export interface KeptPages {
  readonly read: (name: string) => string | undefined
  readonly keep: (name: string, text: string) => void
}

/** The number of slots. Each name maps to one slot, in which a later text replaces an earlier one. */
const places = 128

/** The longest text that is kept, in UTF-16 units. */
const longest = 128 * 1024

/** Keeps texts in the folder of a vault. A damaged text reads as missing; a failed write is ignored. */
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
