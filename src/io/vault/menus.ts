import { folderOf } from '../../core/model/note-path.ts'
import { toolDialects } from '../../core/model/tool-dialect.ts'
import { withoutNoteExtension } from '../../core/vault/file-index.ts'
import { vaultDialects } from './vault-dialects.ts'
import { readOwnText } from './vault-file.ts'

/** A line of a site generator's menu that names a page. */
export interface MenuLine {
  readonly file: string
  readonly line: number
  readonly path: string
}

/**
 * The lines that name some pages in the menus of the vault's site generators, as far as the text shows it: by path from the folder of the
 * menu or of the site, with or without extension. Menus may be programs; they are neither run nor changed.
 */
export function menuLines(root: string, paths: readonly string[]): readonly MenuLine[] {
  const dialects = paths.length === 0 ? undefined : vaultDialects(root)
  if (dialects === undefined) return []
  const names = new Set(dialects.tools.flatMap((tool) => toolDialects[tool].menus ?? []))
  const folders = new Set(['', ...paths.flatMap(foldersAbove)])
  return [...names].flatMap((name) =>
    [...folders].flatMap((folder) =>
      linesOf(root, folder === '' ? name : `${folder}/${name}`, { paths, sites: dialects.sites }),
    ),
  )
}

function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path)
  return folder === '' ? [] : [folder, ...foldersAbove(folder)]
}

function linesOf(
  root: string,
  file: string,
  { paths, sites }: { readonly paths: readonly string[]; readonly sites: readonly string[] },
): readonly MenuLine[] {
  const lines = (readOwnText(root, file) ?? '').split('\n')
  return paths.flatMap((path) => {
    const starts = [folderOf(file), ...sites].filter((folder) => folder === '' || path.startsWith(`${folder}/`))
    const names = starts.map((folder) => withoutNoteExtension(folder === '' ? path : path.slice(folder.length + 1)))
    const named = lines.findIndex((line) => names.some((name) => isNamed(line, name)))
    return named < 0 ? [] : [{ file, line: named + 1, path }]
  })
}

/** Whether a line has a name as a complete value: in quotes, or after a colon or dash, with or without extension and slashes around it. */
function isNamed(line: string, name: string): boolean {
  const written = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(
    `(?:^|[\\s"'\`:=([])(?:\\./|/)?${written}(?:\\.md|\\.markdown|\\.html|/)?(?:$|[\\s"'\`,)\\]#])`,
  ).test(line)
}
