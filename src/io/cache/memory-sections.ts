import { type Sections, type SectionSink, SectionWriter } from './section-file.ts'

/** Named runs of bytes in memory, which may be put in a file. */
export class MemorySections implements Sections, SectionSink {
  readonly #sections = new Map<string, readonly Uint8Array[]>()
  /** Sections that were put together, for texts to be cut out of. */
  readonly #whole = new Map<string, Buffer>()

  add(name: string, parts: Iterable<Uint8Array>): void {
    this.#sections.set(name, [...parts])
    this.#whole.delete(name)
  }

  read(name: string): Buffer | undefined {
    const parts = this.#sections.get(name)
    return parts && Buffer.concat(parts)
  }

  text(name: string, start: number, end: number): string | undefined {
    const bytes = this.#whole.get(name) ?? this.read(name)
    if (bytes === undefined || end > bytes.length) return undefined
    this.#whole.set(name, bytes)
    return bytes.toString('latin1', start, end)
  }

  /** Writes a file of the sections and what they are about; false when it can't be written. */
  writeTo(file: string, about: unknown): boolean {
    let writer: SectionWriter | undefined
    try {
      writer = new SectionWriter(file)
      for (const [name, parts] of this.#sections) writer.add(name, parts)
      writer.finish(about)
      return true
    } catch {
      writer?.discard()
      return false
    }
  }
}
