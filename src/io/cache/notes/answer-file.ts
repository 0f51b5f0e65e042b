import { mkdirSync, renameSync, rmSync, writeFileSync } from '../../files/file-system.ts'
import { dirname } from 'node:path'
import { readPlainFile } from '../../files/file-system.ts'
import { checksum } from '../checksum.ts'
import { randomId } from '../random-id.ts'

/** An answer as it is kept. */
export interface KeptAnswer {
  /** Names the question, and whatever else must be the same. */
  readonly key: string
  /** The state of the vault in which it was given. */
  readonly state: string
  /** What was asked of the file system for it, with the answers, as JSON. */
  readonly asked: string
  /** The answer as JSON. */
  readonly answer: string
  /** What is needed to bring it up to date, as JSON; empty when it can't be. */
  readonly memory: string
}

/** Answers are read whole; bytes. */
const longest = 256e6

/** The answer that a file keeps; undefined when there is none or it is damaged. The file holds a checksum of the rest and the parts, a line each. */
export function readAnswer(file: string): KeptAnswer | undefined {
  try {
    const bytes = readPlainFile(file, longest)
    const end = bytes.indexOf(10)
    if (bytes.toString('latin1', 0, end) !== String(checksum(bytes.subarray(end + 1)))) return undefined
    const [key = '', state = '', asked = '', answer = '', memory = ''] = bytes.toString('utf8', end + 1).split('\n')
    return { key, state, asked, answer, memory }
  } catch {
    return undefined
  }
}

/** Keeps an answer in place of the one before; what can't be written is left. */
export function writeAnswer(file: string, { key, state, asked, answer, memory }: KeptAnswer): void {
  const unfinished = `${file}.${randomId()}`
  const bytes = Buffer.from([key, state, asked, answer, memory].join('\n'))
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${checksum(bytes)}\n`), bytes]), { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
