import { KeptFile, writeKept } from './kept-file.ts'

/** What is remembered of an address: its status, and when it answered (milliseconds since 1970). */
export interface RememberedAnswer {
  readonly status: number
  readonly at: number
}

/** Serves every vault and every build of the program: what an address said does not depend on who asked. */
const key = 'answers of addresses, 2'

/** Answers of earlier runs; empty when there are none or the file is damaged: it is only a cache. */
export function readUrlCache(file: string): Map<string, RememberedAnswer> {
  const kept = KeptFile.open<unknown>(file, key)
  const text = kept?.read('answers')?.toString()
  kept?.close()
  return new Map(text === undefined ? [] : (JSON.parse(text) as [string, RememberedAnswer][]))
}

/** Remembers answers; a folder that cannot be written to is no failure: the next run asks again. */
export function writeUrlCache(file: string, answers: ReadonlyMap<string, RememberedAnswer>): void {
  writeKept(file, { key, about: 'addresses' }, [['answers', [Buffer.from(JSON.stringify([...answers]))]]])
}
