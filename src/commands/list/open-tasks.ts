import { type FoundTask, tasksIn } from '../../core/query/lists/tasks-in.ts'
import type { Context } from '../command.ts'

/** All tasks of the vault that are open, in the order of its notes. */
export async function openTasks(context: Context): Promise<readonly FoundTask[]> {
  const tasks: FoundTask[] = []
  for (const note of (await context.vault()).notes)
    tasks.push(...tasksIn(note, await context.readIfThere(note.path)).filter(({ done }) => !done))
  return tasks
}
