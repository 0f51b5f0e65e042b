import { dirname } from 'node:path'
import * as fs from '../files/file-system.ts'
import { makeFolders } from '../files/make-folders.ts'
import { replaceWhole } from '../files/write-file-whole.ts'

/** What is remembered of an address: its status, and when it answered (milliseconds since 1970). */
export interface RememberedAnswer {
  readonly status: number
  readonly at: number
}

const version = 1

/** Answers of earlier runs; empty when there are none or the file is damaged: it is only a cache. */
export function readUrlCache(file: string): Map<string, RememberedAnswer> {
  const answers = new Map<string, RememberedAnswer>()
  try {
    const data: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    if (!isRecord(data) || data['version'] !== version || !isRecord(data['answers'])) return answers
    for (const [url, answer] of Object.entries(data['answers'])) if (isAnswer(answer)) answers.set(url, answer)
  } catch {
    return new Map()
  }
  return answers
}

/** Remembers answers; a folder that cannot be written to is no failure. */
export function writeUrlCache(file: string, answers: ReadonlyMap<string, RememberedAnswer>): void {
  try {
    makeFolders(dirname(file))
    replaceWhole(fs, file, Buffer.from(JSON.stringify({ version, answers: Object.fromEntries(answers) })), 0o600)
  } catch {
    // The next run asks again.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAnswer(value: unknown): value is RememberedAnswer {
  return isRecord(value) && Number.isInteger(value['status']) && typeof value['at'] === 'number'
}
