/** A path relative to a folder of the vault with `.` and `..` worked out; leading `..` stay for what lies outside. */
export function joinSegments(folder: string, path: string): string {
  const segments: string[] = []
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}

/** The path of a markdown link's target, and the query behind it with its `?`. */
export function splitQuery(target: string): readonly [path: string, query: string] {
  const mark = target.search(/\?|$/)
  return [target.slice(0, mark), target.slice(mark)]
}
