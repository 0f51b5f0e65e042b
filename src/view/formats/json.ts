import { unseenPattern } from '../neutralise.ts'

/** JSON with two spaces, safe on a terminal: characters that control it, or that are not seen, are escaped. */
export function json(data: unknown): string {
  return `${escapeControls(JSON.stringify(data, undefined, 2))}\n`
}

/** One JSON document a line. */
export function ndjson(rows: readonly unknown[]): string {
  return rows.map((row) => `${escapeControls(JSON.stringify(row))}\n`).join('')
}

const unseen = unseenPattern('g')

function escapeControls(text: string): string {
  return text.replace(unseen, (found) =>
    [...Array(found.length).keys()]
      .map((index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
