import { createInterface } from 'node:readline/promises'

/** Asks a question on the terminal and resolves to the typed line, trimmed; empty when input ends. Ctrl-C interrupts as usual. */
export async function askPerson(
  question: string,
  { stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>,
): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr })
  try {
    return await new Promise<string>((resolve) => {
      lines.once('close', () => resolve(''))
      lines.once('SIGINT', () => {
        lines.close()
        if (!process.emit('SIGINT', 'SIGINT')) process.kill(process.pid, 'SIGINT')
      })
      void lines.question(question).then((answer) => resolve(answer.trim()))
    })
  } finally {
    lines.close()
  }
}
