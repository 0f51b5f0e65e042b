import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** A thread that answers questions; a question that waits is given up for the next one. */
export interface QuestionThread {
  /** Resolves to the answer; undefined when a later question took its place or the thread ended. */
  readonly ask: (question: string) => Promise<readonly string[] | undefined>
  readonly close: () => void
}

/** How a thread takes and answers questions, from its side. */
export interface QuestionPort {
  readonly serve: (answer: (question: string) => Promise<readonly string[]>) => Promise<never>
}

const mark = 'wend answers questions'

interface Waiting {
  readonly question: string
  readonly tell: (answer: readonly string[] | undefined) => void
}

/**
 * Starts the bundled program in a thread of its own with a command line, which is to take questions by `questionPort`.
 * What the thread prints is dropped. `onLost` hears that it could not start or ended by itself.
 */
export function openQuestionThread(args: readonly string[], onLost: () => void): QuestionThread {
  const program = join(import.meta.dirname, 'main.cjs')
  const worker = new Worker(`require(${JSON.stringify(program)}).main(process)`, {
    eval: true,
    argv: [...args],
    workerData: mark,
    stdout: true,
    stderr: true,
  })
  let current: Waiting | undefined
  let next: Waiting | undefined
  const send = (waiting: Waiting | undefined): void => {
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
  worker.on('message', (answer: readonly string[]) => {
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

/** The port of the thread that the program runs in, if it was started to answer questions. */
export function questionPort(): QuestionPort | undefined {
  const port = workerData === mark ? parentPort : null
  if (port === null) return undefined
  return {
    serve: (answer) =>
      new Promise((_resolve, reject) => {
        port.on('message', (question: string) => {
          answer(question).then((found) => port.postMessage(found), reject)
        })
      }),
  }
}
