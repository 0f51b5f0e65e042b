import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { TrailStep, WanderChoice } from '../../core/model/report.ts'
import { toLinkRow } from '../../core/query/links/link-row.ts'
import type { ChainLink } from '../../core/query/graph/shortest-chains.ts'
import { wanderSteps } from '../../core/query/graph/wander.ts'
import type { Context } from '../command.ts'

/** The notes of a chain of links as a report has them, with the sentence around each link. */
export async function toTrail(
  context: Context,
  start: Note,
  chain: readonly ChainLink[],
): Promise<readonly TrailStep[]> {
  return [firstStep(start), ...(await toSteps(context, chain))]
}

/** Where a walk may go on from a note, unvisited notes first, with the sentence around each link. */
export async function choicesAt(
  context: Context,
  path: NotePath,
  visited: ReadonlySet<NotePath>,
): Promise<readonly WanderChoice[]> {
  const steps = wanderSteps(await context.vault(), path, visited)
  const rows = await toSteps(context, steps)
  return rows.map((row, index) => ({ ...row, visited: steps[index]?.visited ?? false }))
}

function firstStep({ path, title, summary }: Note): TrailStep {
  return { path, title, ...(summary === undefined ? {} : { summary }) }
}

async function toSteps(context: Context, chain: readonly ChainLink[]): Promise<readonly TrailStep[]> {
  const vault = await context.vault()
  const sentences = await context.contexts(chain.map(({ resolved }) => resolved))
  return chain.flatMap(({ to, resolved, backward }, index) => {
    const note = vault.note(to)
    if (note === undefined) return []
    const link = { ...toLinkRow(vault, resolved, 'target', 1), context: sentences[index] ?? '' }
    return [{ ...firstStep(note), link, ...(backward ? { backward } : {}) }]
  })
}
