import { fileStem, folderOf, type NotePath } from '../../core/model/note-path.ts'

/** Patterns for folders of a year or month, the longest first. */
const datedFolders = ['YYYY/MM', 'YYYY/YYYY-MM', 'YYYY/MM-MMMM', 'YYYY/MMMM', 'YYYY-MM', 'YYYY'] as const

/**
 * The folder of the latest note that is named by a date pattern; `journal` when there is none. If it is the folder of a year or month, the
 * corresponding one for the requested day; `format` writes that day by a pattern.
 */
export function folderOfDays(paths: readonly NotePath[], pattern: string, format: (pattern: string) => string): string {
  if (!/^[YMDGgWw[\]-]+$/.test(pattern)) return 'journal'
  const shape = new RegExp(
    `^${pattern.replace(/\[(.*?)\]|[[\]]|([A-Za-z])\2*/g, (all, text?: string, letter?: string) =>
      letter === undefined ? (text ?? `\\${all}`) : `\\d{${all.length}}`,
    )}$`,
  )
  const latest = paths
    .filter((path) => shape.test(fileStem(path)))
    .sort((a, b) => (fileStem(a) < fileStem(b) ? 1 : -1))[0]
  if (latest === undefined) return 'journal'
  const folder = folderOf(latest)
  const [, year = '', month = ''] = /^YYYY-MM/.test(pattern) ? (/^(\d{4})-(\d\d)/.exec(fileStem(latest)) ?? []) : []
  if (year === '') return folder
  for (const dated of datedFolders) {
    const end = dated.replace(/YYYY|MMMM|MM/g, (part) =>
      part === 'YYYY' ? year : part === 'MM' ? month : monthName(month),
    )
    if (`/${folder}`.endsWith(`/${end}`)) return folder.slice(0, folder.length - end.length) + format(dated)
  }
  return folder
}

function monthName(month: string): string {
  return new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
}
