import { targetPath } from '../model/resolution.ts'
import { atLink, perNote, type Rule } from './rule.ts'

/** A link to a note that does not link back; one finding for each pair of notes. */
export const oneWayLink: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A link to a note that does not link back',
  find: perNote((note, { vault }) => {
    if (note.isIndex === true) return []
    const back = new Set(vault.linksTo(note.path).map(({ from }) => from.path))
    const seen = new Set<string>([note.path])
    return vault.linksFrom(note.path).flatMap(({ link, resolution }) => {
      const path = targetPath(resolution)
      if (path === undefined || seen.has(path) || back.has(path) || vault.note(path) === undefined) return []
      seen.add(path)
      return [atLink(note, link, `${path} does not link back`)]
    })
  }),
}
