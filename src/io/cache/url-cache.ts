import { KeptFile, writeKept } from './kept-file.ts'

/** The status of an address, and when it was received (milliseconds since 1970). */
export interface RememberedAnswer {
  readonly status: number
  readonly at: number
}

/** The same for every vault and every build of the program: the answer of an address does not depend on who asks. */
const key = 'answers of addresses, 2'

/** Answers of earlier runs; empty when the file is missing or damaged. */
export function readUrlCache(file: string): Map<string, RememberedAnswer> {
  const kept = KeptFile.open<unknown>(file, key)
  const text = kept?.read('answers')?.toString()
  kept?.close()
  return new Map(text === undefined ? [] : (JSON.parse(text) as [string, RememberedAnswer][]))
}

/** Stores answers. A failed write is ignored: the next run asks again. */
export function writeUrlCache(file: string, answers: ReadonlyMap<string, RememberedAnswer>): void {
  writeKept(file, { key, about: 'addresses' }, [['answers', [Buffer.from(JSON.stringify([...answers]))]]])
}
