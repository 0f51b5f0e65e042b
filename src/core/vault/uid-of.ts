/** The uid that a link of DocFX names, as it is written; undefined for a path. */
export function uidOf(target: string): string | undefined {
  const [, quoted, plain] = /^@["'](.*)["']$|^(?:@|xref:)(.*)$/s.exec(target) ?? []
  return (quoted ?? plain)?.replace(/\?.*$/s, '')
}
