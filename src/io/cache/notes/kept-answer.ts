import { checksum } from '../checksum.ts'
import type { VaultCache } from './vault-cache.ts'

/** A question whose answer follows from the vault and what is asked. */
export interface Question<T> {
  /** What is asked, with all that the answer depends on besides the vault. */
  readonly question: string
  /** A place that no other question takes, for an answer that is dear; by default one that others may fall on, too. */
  readonly place?: string
  /** Makes the answer, which must survive JSON. */
  readonly make: () => Promise<T>
}

interface About {
  readonly question: string
  readonly state: string
  /** What was asked of the file system about links that lead to no note, with the answers. */
  readonly asked: VaultCache['asked']
}

/** How many answers of no place of their own are kept beside each other: each question falls on one place, where a later one replaces it. */
const places = 64

/**
 * An answer as it was kept, if it was given to the same question in the same state of the vault and of the files that its links
 * rest on; else made anew, and kept.
 */
export async function keptAnswer<T>(cache: VaultCache, { question, place, make }: Question<T>): Promise<T> {
  const asked = { question: await nameOf(question), state: cache.state }
  const name = `answer-${place ?? checksum(Buffer.from(question)) % places}`
  const kept = readAnswer<T>(cache, name, asked)
  if (kept !== undefined) return kept.answer
  const answer = await make()
  const about: About = { ...asked, asked: cache.asked }
  cache.files.write(name, about, [['answer', [Buffer.from(JSON.stringify(answer))]]])
  return answer
}

/** A question, or of a long one what no other shares with it. */
async function nameOf(question: string): Promise<string> {
  if (question.length < 1000) return question
  return (await import('node:crypto')).createHash('sha256').update(question).digest('hex')
}

function readAnswer<T>(
  cache: VaultCache,
  name: string,
  { question, state }: Omit<About, 'asked'>,
): { readonly answer: T } | undefined {
  const file = cache.files.open<About>(name)
  if (file === undefined) return undefined
  const { about } = file
  const holds = about.question === question && about.state === state && cache.stillHolds(about.asked)
  const bytes = holds ? file.read('answer') : undefined
  file.close()
  return bytes && { answer: JSON.parse(bytes.toString()) as T }
}
