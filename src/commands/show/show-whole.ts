import type { Context, Outcome } from '../command.ts'
import { Options } from '../arguments/options.ts'
import { show } from './show.ts'

/** The outcome of `wend show` for a note, without options. */
export function showWhole(context: Context, path: string): Promise<Outcome> {
  return show.run(context, [path], new Options({ links: true }))
}
