import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { targetPath } from '../../../src/core/model/resolution.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { vaultOf } from '../../support/vault-of.ts'

/** Where the link in a note leads. */
function lead(from: string, link: string, files: readonly string[]): string | undefined {
  const isNote = (path: string): boolean => path.endsWith('.md')
  const texts = Object.fromEntries(files.filter(isNote).map((path) => [path, '# Top\n\n## C# basics\n\n### Deep\n']))
  const { notes } = vaultOf({ ...texts, [from]: link })
  const attachments = files.filter((path) => !isNote(path)).map((path) => ({ path: path as NotePath }))
  const [resolved] = new Vault({ notes, attachments }).linksFrom(from as NotePath)
  const { resolution } = resolved ?? {}
  if (resolution === undefined) return undefined
  const heading = resolution.status === 'ok' && resolution.anchor !== undefined ? `#${resolution.anchor}` : ''
  return `${targetPath(resolution) ?? resolution.status}${heading}`
}

test.each([
  ['y/a.md', '[[sub]]', ['sub2/index.md', 'x/sub/index.md', 'y/sub/index.md'], 'y/sub/index.md'],
  ['z/a.md', '[[sub]]', ['x/sub/README.md'], 'x/sub/README.md'],
  ['z/a.md', '[[sub]]', ['sub/index.md', 'sub/README.md'], 'sub/index.md'],
  ['z/a.md', '[[../x/sub]]', ['x/sub/index.md', 'z/x/sub/index.md'], 'x/sub/index.md'],
  ['z/a.md', '[[deep/sub]]', ['x/deep/sub/index.md', 'x/sub/index.md'], 'x/deep/sub/index.md'],
  ['y/a.md', '[[p.pdf]]', ['x/p.pdf', 'y/p.pdf'], 'y/p.pdf'],
  ['y/a.md', '[[p.pdf]]', ['p.pdf', 'y/p.pdf'], 'p.pdf'],
  ['z/a.md', '[[p.pdf]]', ['x/p.pdf'], 'x/p.pdf'],
  ['z/a.md', '[[../x/p.pdf]]', ['x/p.pdf', 'z/p.pdf'], 'x/p.pdf'],
  ['a.md', '[[n#Top#C# basics#Deep]]', ['n.md'], 'n.md#deep'],
  ['a.md', '[[n#C# basics#Deep]]', ['n.md'], 'n.md#deep'],
  ['a.md', '[[n#Top#Deep]]', ['n.md'], 'n.md#deep'],
])('from %s, %s among %j leads to %s', (from, link, files, to) => {
  expect(lead(from, link, files)).toBe(to)
})
