import type { Context } from '../../commands/command.ts'

/** How long, in milliseconds, texts are read before whoever wants to stop that is listened to. */
const longestRun = 15

/** A context in which reading notes stops once `signal` says so, since the answer is not wanted any more. */
export function stoppable(context: Context, signal: AbortSignal | undefined): Context {
  if (signal === undefined) return context
  let since = performance.now()
  const turn = async (): Promise<void> => {
    signal.throwIfAborted()
    if (performance.now() - since < longestRun) return
    // What asks to stop arrives when the event loop next looks for it.
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
