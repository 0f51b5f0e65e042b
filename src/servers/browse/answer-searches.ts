import type { Context } from '../../commands/command.ts'
import { searchWhileTyping } from '../../commands/search/search-source.ts'
import type { QuestionPort } from '../../io/live/question-thread.ts'

/** Answers the searches of a reader in another thread until that ends this one. */
export async function answerSearches(context: Context, port: QuestionPort): Promise<never> {
  const search = await searchWhileTyping(context)
  return port.serve(search)
}
