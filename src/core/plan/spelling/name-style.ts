import { nameSlug } from '../../vault/name-index.ts'

/** How a link writes a name that the file has in another form: in lower case, with a capital, as a slug. */
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

/** Writes a new name the way in which `written` wrote the old one; as it is when no way is recognised. */
export function inStyleOf(written: string, oldName: string, newName: string): string {
  const style = nameStyles.find((way) => way(oldName) === written)
  return style === undefined ? newName : style(newName)
}
