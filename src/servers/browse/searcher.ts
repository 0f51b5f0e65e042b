import type { Context } from '../../commands/command.ts'
import type { QuestionThread } from '../../io/question-thread.ts'

/** Searches all notes without keeping the reader from its keys. */
export interface Searcher {
  /** Gets ready, since words are about to be typed. */
  readonly prepare: () => void
  /** The paths of the notes that unfinished words find, best first; undefined when other words came meanwhile. */
  readonly find: (words: string) => Promise<readonly string[] | undefined>
  /** The vault has changed: what is asked from now on is answered from its notes as they are. */
  readonly renew: () => void
  readonly close: () => void
}

/** Run from source there is no program that a thread could start. */
const isBuilt = typeof WEND_BUILD === 'string'

/** A searcher in a thread of its own, which reads the vault for itself; in this thread where none can be started. */
export function openSearcher(context: Context): Searcher {
  let thread: Promise<QuestionThread> | undefined
  let isLost = !isBuilt
  const start = async (): Promise<QuestionThread> => {
    const { openQuestionThread } = await import('../../io/question-thread.ts')
    return openQuestionThread(commandLine(context), () => (isLost = true))
  }
  const close = (): void => {
    void thread?.then((open) => open.close())
    thread = undefined
  }
  let latest = ''
  return {
    prepare: () => {
      if (!isLost) thread ??= start()
    },
    find: async (words) => {
      latest = words
      if (!isLost) {
        const answer = await (await (thread ??= start())).ask(words)
        if (answer !== undefined || !isLost) return answer
      }
      return latest === words ? findHere(context, words) : undefined
    },
    renew: close,
    close,
  }
}

async function findHere(context: Context, words: string): Promise<readonly string[]> {
  const { searchWhileTyping } = await import('../../commands/search-source.ts')
  return (await searchWhileTyping(context))(words)
}

/** The command line of a reader of the same vault. */
function commandLine({ options, vaultChoice }: Context): readonly string[] {
  const switches = [...(options.follow ? ['--follow'] : []), ...(options.cache ? [] : ['--no-cache'])]
  return ['browse', '--quiet', ...switches, '--vault', vaultChoice().root]
}
