import { wrapText } from '../../view/wrap-text.ts'
import type { Topic, TopicPart } from './topic.ts'

/** The width of the column of terms; the meaning of a longer term goes on the next line. */
const termColumns = 26

/** A topic as text of so many columns. */
export async function topicText({ about, parts }: Topic, width: number): Promise<string> {
  const room = Math.max(40, Math.min(width, 100))
  const written = (await parts()).map((part) => partText(part, room))
  return `${`${about.charAt(0).toUpperCase()}${about.slice(1)}`}\n\n${written.join('\n')}`
}

function partText(part: TopicPart, room: number): string {
  if (typeof part === 'string') return lines(wrapText(part, room))
  return part.map(([term, meaning]) => rowText(term, meaning, room)).join('')
}

function rowText(term: string, meaning: string, room: number): string {
  const [first = '', ...more] = wrapText(meaning, room - termColumns - 4)
  const indent = ' '.repeat(termColumns + 4)
  const head = term.length > termColumns ? `  ${term}\n${indent}${first}` : `  ${term.padEnd(termColumns)}  ${first}`
  return lines([head, ...more.map((line) => indent + line)])
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
