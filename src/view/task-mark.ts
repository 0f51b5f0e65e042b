import { nameTable } from '../core/model/name-table.ts'

/** What stands for the box of a task, and what it says to those who do not see it. */
export interface TaskMark {
  readonly sign: string
  readonly words: string
}

/** By what stands in their brackets, as Obsidian's themes know them. */
const marks: Readonly<Record<string, readonly [sign: string, words: string]>> = nameTable({
  ' ': ['☐', 'to do'],
  x: ['☑', 'done'],
  '/': ['◧', 'begun'],
  '-': ['☒', 'given up'],
  '>': ['▷', 'put off'],
  '<': ['◁', 'planned'],
  '?': ['[?]', 'question'],
  '!': ['[!]', 'important'],
  '*': ['★', 'starred'],
})

/** The mark of a task with a character in its brackets; one that has no sign shows the brackets. */
export function taskMark(task: string): TaskMark {
  const [sign, words] = marks[task] ?? [`[${task}]`, `marked ${task}`]
  return { sign, words }
}
