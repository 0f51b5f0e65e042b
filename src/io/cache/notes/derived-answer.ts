import { fileExists } from '../../files/file-exists.ts'
import { type KeptAnswer, readAnswer, writeAnswer } from './answer-file.ts'
import { randomId } from '../random-id.ts'
import { openSlicesFile, type SlicesFile, writeSlicesFile } from '../slices-file.ts'
import type { ChangesSince } from './state-history.ts'

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
  const { file, state, asked } = choice
  const key = await keyOf(choice, question)
  const kept = readAnswer(file)
  if (kept?.key === key && kept.state === state && stillExist(kept, choice.root)) return JSON.parse(kept.answer) as T
  const answer = await make()
  writeAnswer(file, { key, state, asked: JSON.stringify([...asked]), answer: JSON.stringify(answer), memory: '' })
  return answer
}

/** An answer with what is needed to bring it up to date after a change; both must survive JSON. */
export interface Remembered<T, M> {
  readonly answer: T
  readonly memory: M
}

/** An answer made from the whole vault; `notes` is text about each note, by its place, which is read again only after a change. */
export interface RememberedWhole<T, M> extends Remembered<T, M> {
  readonly notes: readonly string[]
}

/** What an earlier answer was, what changed since then, and what was said about each note when an answer was last made from the whole vault. */
export interface Outdated<T, M> extends Remembered<T, M> {
  readonly since: ChangesSince
  readonly noteAt: (place: number) => string | undefined
}

/** How an answer is made, and how it is brought up to date; undefined when it must be made anew. */
export interface AnswerMaker<T, M> {
  readonly make: () => Promise<RememberedWhole<T, M>>
  readonly update: (outdated: Outdated<T, M>) => Promise<Remembered<T, M> | undefined>
}

/** A `derivedAnswer` that is brought up to date where `since` knows what changed; the texts of the notes lie in a file beside. */
export async function updatedAnswer<T, M>(
  choice: AnswerChoice & { readonly since: (state: string) => ChangesSince | undefined },
  question: string,
  { make, update }: AnswerMaker<T, M>,
): Promise<T> {
  const { file, state, asked, root } = choice
  const key = await keyOf(choice, question)
  const kept = readAnswer(file)
  const holds = kept?.key === key && stillExist(kept, root) ? kept : undefined
  if (holds?.state === state) return JSON.parse(holds.answer) as T
  const since = holds && choice.since(holds.state)
  const updated = holds && since && (await tryUpdate(file, holds, since, update))
  if (holds !== undefined && updated !== undefined) {
    const all = [...new Map([...factsOf(holds), ...asked])]
    writeAnswer(file, { key, state, asked: JSON.stringify(all), ...textOf(updated) })
    return updated.answer
  }
  const made = await make()
  const notes = randomId()
  if (writeSlicesFile(notesFile(file), notes, made.notes))
    writeAnswer(file, { key, state, asked: JSON.stringify([...asked]), ...textOf({ ...made, notes }) })
  return made.answer
}

type Kept<T, M> = Remembered<T, M> & { readonly notes: string }

function textOf<T, M>({ answer, memory, notes }: Kept<T, M>): Pick<KeptAnswer, 'answer' | 'memory'> {
  return { answer: JSON.stringify(answer), memory: JSON.stringify({ memory, notes }) }
}

async function tryUpdate<T, M>(
  file: string,
  kept: KeptAnswer,
  since: ChangesSince,
  update: AnswerMaker<T, M>['update'],
): Promise<Kept<T, M> | undefined> {
  const { memory, notes } = JSON.parse(kept.memory) as { readonly memory: M; readonly notes: string }
  let slices: SlicesFile | undefined
  const noteAt = (place: number): string | undefined => (slices ??= openSlicesFile(notesFile(file), notes)).at(place)
  try {
    const updated = await update({ answer: JSON.parse(kept.answer) as T, memory, since, noteAt })
    return updated && { ...updated, notes }
  } finally {
    slices?.close()
  }
}

function notesFile(file: string): string {
  return `${file}-notes`
}

async function keyOf({ build, root }: AnswerChoice, question: string): Promise<string> {
  return JSON.stringify([build, root, await nameOf(question)])
}

/** A question that fits in a line of its own, or what no other question shares with it. */
async function nameOf(question: string): Promise<string> {
  if (question.length < 1000) return question
  const { createHash } = await import('node:crypto')
  return createHash('sha256').update(question).digest('hex')
}

type Fact = readonly [path: string, existed: boolean]

function factsOf({ asked }: KeptAnswer): readonly Fact[] {
  return JSON.parse(asked) as readonly Fact[]
}

function stillExist(kept: KeptAnswer, root: string): boolean {
  return factsOf(kept).every(([path, existed]) => fileExists(root, path) === existed)
}
