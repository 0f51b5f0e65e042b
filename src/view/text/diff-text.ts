import type { Layout, StyleName } from '../style.ts'

/** A unified diff with its lines painted, and in lines that took the place of others the words that differ emphasised. */
export function diffText(diff: string, layout: Layout): string {
  const lines = diff.split('\n')
  const painted: string[] = []
  for (let at = 0; at < lines.length;) {
    const removed = runOf(lines, at, '-')
    const added = runOf(lines, at + removed.length, '+')
    if (removed.length + added.length === 0) painted.push(plainLine(lines[at++] ?? '', layout))
    else {
      painted.push(...removed.map((line, order) => changedLine(line, added[order], layout)))
      painted.push(...added.map((line, order) => changedLine(line, removed[order], layout)))
      at += removed.length + added.length
    }
  }
  return painted.join('\n')
}

/** The lines that begin with a sign, from a place on; headers of files are none. */
function runOf(lines: readonly string[], from: number, sign: '-' | '+'): readonly string[] {
  let end = from
  while (lines[end]?.startsWith(sign) === true && !/^(?:--- |\+\+\+ )(?:[ab]\/|\/dev\/null)/.test(lines[end] ?? ''))
    end++
  return lines.slice(from, end)
}

function plainLine(line: string, { style }: Layout): string {
  if (line === '') return line
  const name: StyleName | undefined = line.startsWith('+')
    ? 'ok'
    : line.startsWith('-')
      ? 'broken'
      : /^(?:diff|@@|rename|new|deleted)/.test(line)
        ? 'dim'
        : undefined
  return name === undefined ? line : style.paint(name, line)
}

/** A line with its differences from its counterpart emphasised: everything between the common words at the beginning and end. */
function changedLine(line: string, other: string | undefined, { style }: Layout): string {
  const name = line.startsWith('+') ? 'ok' : 'broken'
  const text = line.slice(1)
  const [start, end] = other === undefined ? [0, 0] : differing(text, other.slice(1))
  if (start === 0 && (end === 0 || end === text.length)) return style.paint(name, line)
  const middle = text.slice(start, end)
  const whole = line.charAt(0) + text.slice(0, start)
  const rest = text.slice(end)
  const strong = middle === '' ? '' : style.paint(name, style.paint('highlight', middle))
  return style.paint(name, whole) + strong + (rest === '' ? '' : style.paint(name, rest))
}

/** Where a text differs from another, in whole words. */
function differing(text: string, other: string): readonly [start: number, end: number] {
  const [words, others] = [wordsOf(text), wordsOf(other)]
  const most = Math.min(words.length, others.length)
  let before = 0
  while (before < most && words[before] === others[before]) before++
  let after = 0
  while (after < most - before && words.at(-1 - after) === others.at(-1 - after)) after++
  const start = words.slice(0, before).join('').length
  return [start, text.length - words.slice(words.length - after).join('').length]
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []
}
