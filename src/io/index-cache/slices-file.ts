import { ascii } from './pack.ts'
import { SectionReader, SectionWriter } from './section-file.ts'
import { readAllSlices, Slices, type SlicesRead } from './slices.ts'

/** Writes JSON texts to a file that bears a name, for `readSlicesFile`; false when it can't be written. */
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

/** Gives the JSON text at a place of the file that bears a name; undefined beyond the last, and for all when there is no such file or it is damaged. */
export function readSlicesFile(file: string, name: string): SlicesRead {
  const reader = SectionReader.open(file)
  const texts = reader?.about === name ? readAllSlices(reader, 'texts') : undefined
  reader?.close()
  return texts ?? (() => undefined)
}
