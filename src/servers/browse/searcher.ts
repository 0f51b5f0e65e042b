import { setTimeout } from 'node:timers/promises'
import type { Context } from '../../commands/command.ts'
import type { TypedAnswer, TypedQuestion } from '../../commands/search/search-source.ts'
import { withVault } from '../../commands/arguments/with-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { QuestionThread } from '../../io/live/question-thread.ts'

/** Searches all notes without keeping the reader from its keys. */
export interface Searcher {
  /** Gets ready, since words are about to be typed. */
  readonly prepare: () => void
  /** What an unfinished question finds; undefined when another came meanwhile. */
  readonly find: (question: TypedQuestion) => Promise<TypedAnswer | undefined>
  /** The vault has changed: what is asked from now on is answered from its notes as they are. */
  readonly renew: (vault: Vault) => void
  readonly close: () => void
}

/** Run from source there is no program that a thread could start. */
const isBuilt = typeof WEND_BUILD === 'string'

/** A searcher in a thread of its own, which reads the vault for itself; in this thread where none can be started. */
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
      // A change of the vault closes the thread, even while it works on a question: a new thread is asked again.
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

/** How long nobody must have typed before a search in this thread begins, in milliseconds: while it runs, no key is answered. */
const rest = 80

async function findHere(context: Context, asked: TypedQuestion): Promise<TypedAnswer> {
  const { searchWhileTyping } = await import('../../commands/search/search-source.ts')
  return (await searchWhileTyping(context))(asked)
}

/** The command line of a reader of the same vault. */
function commandLine({ options, vaultChoice }: Context): readonly string[] {
  const switches = [...(options.follow ? ['--follow'] : []), ...(options.cache ? [] : ['--no-cache'])]
  return ['browse', '--quiet', ...switches, '--vault', vaultChoice().root]
}
