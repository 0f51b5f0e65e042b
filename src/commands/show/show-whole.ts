import type { Context, Outcome } from '../command.ts'
import { Options } from '../arguments/options.ts'
import { show } from './show.ts'

/** What `wend show` says of a note when it is given no options. */
export function showWhole(context: Context, path: string): Promise<Outcome> {
  return show.run(context, [path], new Options({ links: true }))
}
