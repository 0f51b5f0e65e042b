/** What names the day a task is due, the surest first: Obsidian's emoji, a field of dataview, words and marks that people use. */
const named: readonly RegExp[] = [
  /[📅📆🗓]\uFE0F?\s*(\d{4}-\d{2}-\d{2})/u,
  /[[(]\s*(?:due|deadline)::\s*(\d{4}-\d{2}-\d{2})[^\])]*[\])]/iu,
  /(?:^|[^\p{L}\p{N}_-])(?:due|deadline|until|by)(?::{1,2}|\s+on|\s+at)?[\s<({]*(\d{4}-\d{2}-\d{2})/iu,
  /@[{([]{0,2}(\d{4}-\d{2}-\d{2})/u,
]

/** A day that says something else of a task: when it was made, starts, is planned or was done. */
const other =
  /(?:[➕⏳🛫✅❌⌛🔁]\uFE0F?|(?<![\p{L}\p{N}_])(?!due)(?!deadline)[\p{L}][\p{L}\p{N}_-]*::|(?<![\p{L}\p{N}_])(?:created|scheduled|starts?|done|completed|cancelled|since|from)(?::|\s+on)?)[\s<({]*\d{4}-\d{2}-\d{2}/giu

const plain = /(?<![\p{L}\p{N}_/.:-])(\d{4}-\d{2}-\d{2})(?![\p{N}_-]|[/.]\S)/gu

/** The day that a task is due by what its text says, as `YYYY-MM-DD`: with 📅, `[due:: …]`, in words, or a bare date. */
export function dueDay(text: string): string | undefined {
  if (!/\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  for (const pattern of named) {
    const day = pattern.exec(text)?.[1]
    if (day !== undefined) return isDay(day) ? day : undefined
  }
  for (const [, day = ''] of text.replace(other, ' ').matchAll(plain)) if (isDay(day)) return day
  return undefined
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
