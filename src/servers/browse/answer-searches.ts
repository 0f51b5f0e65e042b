import type { Context } from '../../commands/command.ts'
import { searchWhileTyping } from '../../commands/search/search-source.ts'
import type { QuestionPort } from '../../io/live/question-thread.ts'

/** Answers searches for a reader in another thread, which ends this one. */
export async function answerSearches(context: Context, port: QuestionPort): Promise<never> {
  const search = await searchWhileTyping(context)
  return port.serve(search)
}
