import { expect, test } from '@jest/globals'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unlessChanged } from '../../../src/commands/web/publish.ts'
import { changedSince } from '../../../src/io/publish/changed-since.ts'
import { PublishFolder } from '../../../src/io/publish/publish-folder.ts'
import { makeVault } from '../../support/make-vault.ts'

test('where a note changes while the site is made nothing is written', async () => {
  const root = makeVault({ 'a.md': '# A' })
  const target = new PublishFolder(join(root, '.site'), false)
  const begun = Date.now() + 1
  const files = [
    { address: 'a.html', content: () => 'old' },
    { address: 'b.html', content: () => 'old' },
  ]
  const changed = (): string | undefined => changedSince(root, ['a.md'], begun)
  const before = target.open()
  await target.publish(unlessChanged(files, changed), [], before)
  expect(readFileSync(join(root, '.site/a.html'), 'utf8')).toBe('old')
  const change = (): string => {
    while (changed() === undefined) writeFileSync(join(root, 'a.md'), '---\nprivate: true\n---\nsecret')
    return 'secret'
  }
  const later = [{ address: 'a.html', content: change }]
  await expect(target.publish(unlessChanged(later, changed), [], target.open())).rejects.toMatchObject({
    failure: { kind: 'refused', message: 'a.md changed while the site was made; nothing was written' },
  })
  target.close()
  expect(readFileSync(join(root, '.site/a.html'), 'utf8')).toBe('old')
})

test('whether a file changed is not asked of a time that anybody can set', () => {
  const root = makeVault({ 'a.md': 'x' })
  utimesSync(join(root, 'a.md'), new Date('2040-01-01'), new Date('2040-01-01'))
  const later = Date.now() + 1000
  expect(changedSince(root, ['a.md'], later)).toBeUndefined()
  expect(changedSince(root, ['a.md'], later - 10_000)).toBe('a.md')
  expect(changedSince(root, ['a.md', 'gone.md'], later)).toBe('gone.md')
})
