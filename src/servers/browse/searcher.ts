import { setTimeout } from 'node:timers/promises'
import type { Context } from '../../commands/command.ts'
import { withVault } from '../../commands/arguments/with-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { QuestionThread } from '../../io/live/question-thread.ts'

/** Searches all notes without keeping the reader from its keys. */
export interface Searcher {
  /** Gets ready, since words are about to be typed. */
  readonly prepare: () => void
  /** The paths of the notes that unfinished words find, best first; undefined when other words came meanwhile. */
  readonly find: (words: string) => Promise<readonly string[] | undefined>
  /** The vault has changed: what is asked from now on is answered from its notes as they are. */
  readonly renew: (vault: Vault) => void
  readonly close: () => void
}

/** Run from source there is no program that a thread could start. */
const isBuilt = typeof WEND_BUILD === 'string'

/** A searcher in a thread of its own, which reads the vault for itself; in this thread where none can be started. */
export function openSearcher(context: Context): Searcher {
  let thread: Promise<QuestionThread> | undefined
  let isLost = !isBuilt
  const start = async (): Promise<QuestionThread> => {
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
    find: async (words) => {
      const question = ++latest
      // The thread may be closed under a question when the vault changes; then the next one answers it.
      while (!isLost && question === latest) {
        const answer = await (await (thread ??= start())).ask(words)
        if (answer !== undefined) return answer
      }
      await setTimeout(rest)
      return question === latest ? findHere(now, words) : undefined
    },
    renew: (vault) => {
      close()
      now = withVault(context, vault)
    },
    close,
  }
}

/** Milliseconds of rest in the typing that a search in this thread waits for, since it stands between two keys. */
const rest = 80

async function findHere(context: Context, words: string): Promise<readonly string[]> {
  const { searchWhileTyping } = await import('../../commands/search/search-source.ts')
  return (await searchWhileTyping(context))(words)
}

/** The command line of a reader of the same vault. */
function commandLine({ options, vaultChoice }: Context): readonly string[] {
  const switches = [...(options.follow ? ['--follow'] : []), ...(options.cache ? [] : ['--no-cache'])]
  return ['browse', '--quiet', ...switches, '--vault', vaultChoice().root]
}
