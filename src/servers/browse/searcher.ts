import { setTimeout } from 'node:timers/promises'
import type { Context } from '../../commands/command.ts'
import type { TypedAnswer, TypedQuestion } from '../../commands/search/search-source.ts'
import { withVault } from '../../commands/arguments/with-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { QuestionThread } from '../../io/live/question-thread.ts'

/** Searches all notes without blocking the reader's keys. */
export interface Searcher {
  /** Prepares for a search, since a query is about to be typed. */
  readonly prepare: () => void
  /** The answer to an unfinished query; undefined when a later one replaced it. */
  readonly find: (question: TypedQuestion) => Promise<TypedAnswer | undefined>
  /** Tells the searcher that the vault changed, so that later answers use the present notes. */
  readonly renew: (vault: Vault) => void
  readonly close: () => void
}

/** When run from source there is no bundle that a thread could start. */
const isBuilt = typeof WEND_BUILD === 'string'

/** A searcher in its own thread, which reads the vault itself; in this thread when none can be started. */
export function openSearcher(context: Context): Searcher {
  let thread: Promise<QuestionThread<TypedQuestion, TypedAnswer>> | undefined
  let isLost = !isBuilt
  const start = async (): Promise<QuestionThread<TypedQuestion, TypedAnswer>> => {
    const { openQuestionThread } = await import('../../io/live/question-thread.ts')
    return openQuestionThread(commandLine(context), () => (isLost = true))
  }
  const close = (): void => {
    void thread?.then((open) => open.close())
    thread = undefined
  }
  let latest = 0
  let now = context
  return {
    prepare: () => {
      if (!isLost) thread ??= start()
    },
    find: async (asked) => {
      const question = ++latest
      // A change of the vault ends the thread, even during a search: the query is then sent to a new thread.
      while (!isLost && question === latest) {
        const answer = await (await (thread ??= start())).ask(asked)
        if (answer !== undefined) return answer
      }
      await setTimeout(rest)
      return question === latest ? findHere(now, asked) : undefined
    },
    renew: (vault) => {
      close()
      now = withVault(context, vault)
    },
    close,
  }
}

/** How long typing must have paused before a search in this thread starts, in milliseconds, since it blocks the keys. */
const rest = 80

async function findHere(context: Context, asked: TypedQuestion): Promise<TypedAnswer> {
  const { searchWhileTyping } = await import('../../commands/search/search-source.ts')
  return (await searchWhileTyping(context))(asked)
}

/** The command line for a searcher of the same vault. */
function commandLine({ options, vaultChoice }: Context): readonly string[] {
  const switches = [...(options.follow ? ['--follow'] : []), ...(options.cache ? [] : ['--no-cache'])]
  return ['browse', '--quiet', ...switches, '--vault', vaultChoice().root]
}
