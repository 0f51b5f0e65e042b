import { afterAll, expect, jest, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = fs.mkdtempSync(join(tmpdir(), 'wend-poll-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

/** A system with room for so many watches. */
let left = 0
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  watch: (...args: Parameters<typeof fs.watch>) => {
    if (left-- > 0) return fs.watch(...args)
    throw Object.assign(new Error('no space left for watches'), { code: 'ENOSPC' })
  },
}))

test('where the system has no watches left, all is looked at every while', async () => {
  const { watchVault } = await import('../../../src/io/live/live-vault.ts')
  const { readVault } = await import('../../../src/io/vault/read-vault.ts')
  fs.mkdirSync(join(root, 'sub'))
  fs.writeFileSync(join(root, 'a.md'), '# A\n')
  fs.writeFileSync(join(root, 'sub/b.md'), '# B\n')
  const options = { ignore: [], follow: false }
  let titles: readonly string[] = []
  const watch = watchVault(root, options, readVault(root, options), {
    tell: ({ notes }) => (titles = notes.map(({ title }) => title)),
  })
  try {
    fs.writeFileSync(join(root, 'sub/b.md'), '# Second\n')
    fs.mkdirSync(join(root, 'new'))
    fs.writeFileSync(join(root, 'new/c.md'), '# Third\n')
    for (let turn = 0; turn < 500 && !titles.includes('Second'); turn++)
      await new Promise((wait) => setTimeout(wait, 20))
    expect(titles).toEqual(['A', 'Third', 'Second'])
    expect(left).toBeLessThan(0)
  } finally {
    watch.close()
  }
})
