import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** A thread that answers questions, both plain data; a new question replaces one that is still waiting. */
export interface QuestionThread<Question, Answer> {
  /** Resolves to the answer; undefined when a later question replaced it or the thread ended. */
  readonly ask: (question: Question) => Promise<Answer | undefined>
  readonly close: () => void
}

/** The thread's side: how it receives and answers questions. */
export interface QuestionPort {
  readonly serve: <Question, Answer>(answer: (question: Question) => Promise<Answer>) => Promise<never>
}

const mark = 'wend answers questions'

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly tell: (answer: Answer | undefined) => void
}

/**
 * Starts the bundled program in a new thread with a command line that answers questions by `questionPort`. Its output is dropped. `onLost`
 * is called when it could not start or ended by itself.
 */
export function openQuestionThread<Question, Answer>(
  args: readonly string[],
  onLost: () => void,
): QuestionThread<Question, Answer> {
  const program = join(import.meta.dirname, 'main.cjs')
  const worker = new Worker(`require(${JSON.stringify(program)}).main(process)`, {
    eval: true,
    argv: [...args],
    workerData: mark,
    stdout: true,
    stderr: true,
  })
  let current: Waiting<Question, Answer> | undefined
  let next: Waiting<Question, Answer> | undefined
  const send = (waiting: Waiting<Question, Answer> | undefined): void => {
    current = waiting
    next = undefined
    if (waiting !== undefined) worker.postMessage(waiting.question)
  }
  const drop = (): void => {
    for (const waiting of [current, next]) waiting?.tell(undefined)
    current = next = undefined
  }
  const lose = (): void => {
    drop()
    onLost()
  }
  worker.unref()
  worker.stdout.resume()
  worker.stderr.resume()
  worker.on('message', (answer: Answer) => {
    current?.tell(answer)
    send(next)
  })
  worker.on('error', lose).on('exit', lose)
  return {
    ask: (question) =>
      new Promise((tell) => {
        next?.tell(undefined)
        if (current === undefined) send({ question, tell })
        else next = { question, tell }
      }),
    close: () => {
      worker.off('error', lose).off('exit', lose).on('error', drop)
      drop()
      void worker.terminate()
    },
  }
}

/** The port of the current thread, if it was started to answer questions. */
export function questionPort(): QuestionPort | undefined {
  const port = workerData === mark ? parentPort : null
  if (port === null) return undefined
  return {
    serve: <Question, Answer>(answer: (question: Question) => Promise<Answer>) =>
      new Promise<never>((_resolve, reject) => {
        port.on('message', (question: Question) => {
          answer(question).then((found) => port.postMessage(found), reject)
        })
      }),
  }
}
