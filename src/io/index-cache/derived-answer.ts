import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileExists } from '../file-exists.ts'
import { checksum } from './checksum.ts'
import { randomId } from './random-id.ts'
import { readPlainFile } from '../read-plain-file.ts'

/** Where an answer is kept, and what it rests on besides the question. */
export interface AnswerChoice {
  readonly file: string
  readonly build: string
  readonly root: string
  /** The state of the vault, as `readCachedVault` names it; empty when the question holds all that the answer rests on. */
  readonly state: string
  /** What was asked of the file system about links that lead to no note, with the answers; complete once the answer is made. */
  readonly asked: ReadonlyMap<string, boolean>
}

/**
 * An answer that follows from the vault and the question alone, as it was kept if it was given to the same question in the same
 * state of the vault and of the files that its links rest on; else made anew, and kept. It must survive JSON.
 */
export async function derivedAnswer<T>(choice: AnswerChoice, question: string, make: () => Promise<T>): Promise<T> {
  const { file, build, root, state, asked } = choice
  const key = JSON.stringify([build, root, state, await nameOf(question)])
  const kept = readKept<T>(file, key, root)
  if (kept !== undefined) return kept.answer
  const answer = await make()
  keep(file, [key, JSON.stringify([...asked]), JSON.stringify(answer)])
  return answer
}

/** A question that fits in a line of its own, or what no other question shares with it. */
async function nameOf(question: string): Promise<string> {
  if (question.length < 1000) return question
  const { createHash } = await import('node:crypto')
  return createHash('sha256').update(question).digest('hex')
}

/** The file holds a checksum of the rest, the key, what was asked and the answer, a line each. */
function readKept<T>(file: string, key: string, root: string): { readonly answer: T } | undefined {
  try {
    const [sum = '', ...lines] = readPlainFile(file).toString('utf8').split('\n')
    const [kept, asked = '', answer = ''] = lines
    if (kept !== key || sum !== String(checksum(Buffer.from(lines.join('\n'))))) return undefined
    const facts = JSON.parse(asked) as readonly (readonly [string, boolean])[]
    if (facts.some(([path, existed]) => fileExists(root, path) !== existed)) return undefined
    return { answer: JSON.parse(answer) as T }
  } catch {
    return undefined
  }
}

function keep(file: string, lines: readonly string[]): void {
  const unfinished = `${file}.${randomId()}`
  const text = lines.join('\n')
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(unfinished, `${checksum(Buffer.from(text))}\n${text}`, { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
