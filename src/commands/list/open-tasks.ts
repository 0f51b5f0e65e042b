import type { Note } from '../../core/model/note.ts'
import { type FoundTask, tasksIn } from '../../core/query/lists/tasks-in.ts'
import type { Context } from '../command.ts'

/** The tasks of some notes that are open, in the order of the notes. */
export async function openTasks(context: Context, notes: readonly Note[]): Promise<readonly FoundTask[]> {
  const tasks: FoundTask[] = []
  for (const note of notes)
    tasks.push(...tasksIn(note, await context.readIfThere(note.path)).filter(({ done }) => !done))
  return tasks
}
