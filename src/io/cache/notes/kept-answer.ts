import { checksum } from '../checksum.ts'
import type { VaultCache } from './vault-cache.ts'

/** A question whose answer depends only on the vault and the question itself. */
export interface Question<T> {
  /** The question, with everything that the answer depends on besides the vault. */
  readonly question: string
  /** The name of a slot of its own, for an answer that is expensive to make; by default other questions may share the slot. */
  readonly place?: string
  /** Computes the answer, which must be JSON. */
  readonly make: () => Promise<T>
}

interface About {
  readonly question: string
  readonly state: string
  /** The paths of links without a note that were looked up in the file system, with the results. */
  readonly asked: VaultCache['asked']
}

/** The number of shared slots for answers. Each question maps to one, in which a later answer replaces an earlier one. */
const places = 64

/** The stored answer, if question, vault and the files that its links depend on are the same; otherwise it is computed and stored. */
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

/** A question, or for a long one its hash. */
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
