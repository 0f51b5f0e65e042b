import { ascii } from './pack.ts'
import { SectionReader, SectionWriter } from './section-file.ts'
import { readSlices, Slices, type SlicesRead } from './slices.ts'

/** Writes JSON texts to a file that bears a name, for `openSlicesFile`; false when it can't be written. */
export function writeSlicesFile(file: string, name: string, texts: readonly string[]): boolean {
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    const slices = new Slices('texts')
    for (const text of texts) {
      slices.out.text(ascii(text))
      slices.end()
    }
    slices.write(writer)
    writer.finish(name)
    return true
  } catch {
    writer?.discard()
    return false
  }
}

/** Texts in a file, read as they are asked for. */
export interface SlicesFile {
  /** The JSON text at a place; undefined beyond the last, and for all when there is no such file or it is damaged. */
  readonly at: SlicesRead
  readonly close: () => void
}

/** Opens the file of texts that bears a name. */
export function openSlicesFile(file: string, name: string): SlicesFile {
  const reader = SectionReader.open(file)
  const texts = reader?.about === name ? readSlices(reader, 'texts') : undefined
  return { at: texts ?? (() => undefined), close: () => reader?.close() }
}
