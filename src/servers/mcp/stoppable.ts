import type { Context } from '../../commands/command.ts'

/** After this many milliseconds of reading, the event loop gets a turn, so that an abort is noticed. */
const longestRun = 15

/** A context in which reading notes stops once `signal` is aborted. */
export function stoppable(context: Context, signal: AbortSignal | undefined): Context {
  if (signal === undefined) return context
  let since = performance.now()
  const turn = async (): Promise<void> => {
    signal.throwIfAborted()
    if (performance.now() - since < longestRun) return
    // An abort arrives only when the event loop gets a turn.
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
    signal.throwIfAborted()
  }
  return {
    ...context,
    readText: async (path) => {
      await turn()
      return context.readText(path)
    },
    readIfThere: async (path) => {
      await turn()
      return context.readIfThere(path)
    },
    findPattern: async (pattern, texts) => {
      await turn()
      return context.findPattern(pattern, texts)
    },
  }
}
