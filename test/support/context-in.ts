import { Readable, Writable } from 'node:stream'
import { makeContext } from '../../src/cli/context.ts'
import type { Process } from '../../src/cli/process.ts'
import type { Context } from '../../src/commands/command.ts'
import { testEnvironment } from './run-wend.ts'

/** A terminal of eighty columns and ten rows, at which a person sits. */
export const personsTerminal: Context['terminal'] = {
  ...{ stdinIsTerminal: true, stdoutIsTerminal: true, stderrIsTerminal: true },
  ...{ width: 80, height: 10, colorLevel: 0, hyperlinks: false },
}

/** What a command that runs in a folder is given, with some of it as a test wants it. */
export function contextIn(cwd: string, more: Partial<Context> = {}): Context {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const fake = {
    ...{ argv: ['node', 'wend'], env: testEnvironment(), cwd: () => cwd },
    ...{ stdin: Readable.from([]), stdout: nowhere, stderr: nowhere },
  }
  const options = { follow: false, quiet: false, pager: true, cache: false, verbose: false }
  return { ...makeContext(fake as unknown as Process, options, personsTerminal), ask: undefined, ...more } as Context
}

/** A person who answers questions one after the other, and then no more; `asked` are the questions. */
export function answering(...answers: readonly string[]): { ask: NonNullable<Context['ask']>; asked: string[] } {
  const [left, asked] = [[...answers], [] as string[]]
  return {
    ask: (question) => {
      asked.push(question)
      return Promise.resolve(left.shift() ?? '')
    },
    asked,
  }
}
