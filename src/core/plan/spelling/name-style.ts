import { nameSlug } from '../../vault/name-index.ts'

/** The ways in which a link may write a name differently from the file: in lower case, capitalised, as a slug. */
const nameStyles: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toLowerCase(),
  (name) => name.slice(0, 1).toUpperCase() + name.slice(1),
  (name) => name.slice(0, 1).toLowerCase() + name.slice(1),
  (name) => name.toUpperCase(),
  nameSlug,
  (name) => name.replaceAll(' ', '-'),
  (name) => name.replaceAll(' ', '_'),
  (name) => name.replaceAll(/[-_]/g, ' '),
]

/** Writes a new name in the style in which `written` wrote the old one; unchanged when no style is recognised. */
export function inStyleOf(written: string, oldName: string, newName: string): string {
  const style = nameStyles.find((way) => way(oldName) === written)
  return style === undefined ? newName : style(newName)
}
