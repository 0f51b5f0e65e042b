import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PublishFolder, type Publication } from '../../../src/io/publish/publish-folder.ts'

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'wend-publish-')), 'site')

async function publish(at: string, files: Readonly<Record<string, string>>, dry = false): Promise<Publication> {
  const target = new PublishFolder(at, dry)
  const before = target.open()
  const list = Object.entries(files).map(([address, text]) => ({ address, content: () => text }))
  return target.publish(list, [], before)
}

const filesOf = (at: string): readonly string[] =>
  existsSync(at)
    ? readdirSync(at, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
        .sort()
    : []

describe('publishing into a folder', () => {
  test('writes what changed and removes what is gone, with the folders it leaves empty', async () => {
    const at = folder()
    await publish(at, { 'a.html': '1', 'sub/b.html': '2', 'c.html': '3' })
    const done = await publish(at, { 'a.html': '1', 'c.html': 'new' })
    expect(done).toEqual({ written: ['c.html'], unchanged: 1, removed: ['sub/b.html'], foreign: [] })
    expect(filesOf(at)).toEqual(['a.html', 'c.html', 'wend/manifest.json'])
    expect(existsSync(join(at, 'sub'))).toBe(false)
  })

  test('leaves files of others alone, also those it wrote that somebody changed', async () => {
    const at = folder()
    await publish(at, { 'a.html': '1', 'b.html': '2' })
    writeFileSync(join(at, 'CNAME'), 'e.org')
    mkdirSync(join(at, '.git'))
    writeFileSync(join(at, 'b.html'), 'changed by hand')
    await publish(at, { 'a.html': '1' })
    expect(filesOf(at)).toEqual(['CNAME', 'a.html', 'b.html', 'wend/manifest.json'])
  })

  test('writes nothing where a file of others is in the way', async () => {
    const at = folder()
    mkdirSync(at)
    writeFileSync(join(at, 'a.html'), 'theirs')
    expect((await publish(at, { 'a.html': '1', 'b.html': '2' })).foreign).toEqual(['a.html'])
    expect(filesOf(at)).toEqual(['a.html'])
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('theirs')
  })

  test('a dry run says the same and writes nothing', async () => {
    const at = folder()
    expect((await publish(at, { 'a.html': '1' }, true)).written).toEqual(['a.html'])
    expect(existsSync(at)).toBe(false)
  })

  test('never goes through a symbolic link', async () => {
    const at = folder()
    mkdirSync(at)
    const outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
    symlinkSync(outside, join(at, 'sub'))
    await expect(publish(at, { 'sub/a.html': '1' })).rejects.toMatchObject({ failure: { kind: 'refused' } })
    expect(readdirSync(outside)).toEqual([])
  })

  test.each(['../a.html', 'a//b', '/a', 'a/./b', 'a\\b'])('refuses the address %s', async (address) => {
    await expect(publish(folder(), { [address]: '1' })).rejects.toMatchObject({ failure: { kind: 'refused' } })
  })

  test('a page that cannot be made leaves the old site as it was', async () => {
    const at = folder()
    await publish(at, { 'a.html': 'old' })
    const target = new PublishFolder(at, false)
    const before = target.open()
    const failing = [
      { address: 'a.html', content: () => 'new' },
      { address: 'b.html', content: () => Promise.reject(new Error('no')) },
    ]
    await expect(target.publish(failing, [], before)).rejects.toThrow('no')
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('old')
  })

  test('cut off before all is written, the old site stands; after it, the next run finishes the new one', async () => {
    const at = folder()
    await publish(at, { 'a.html': 'old', 'b.html': 'old', 'gone.html': 'old' })
    const waiting = join(at, '.wend-publish')
    mkdirSync(waiting)
    writeFileSync(join(waiting, 'pid'), '999999999')
    writeFileSync(join(waiting, '0'), 'half')
    await publish(at, { 'a.html': 'old', 'b.html': 'old', 'gone.html': 'old' })
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('old')
    mkdirSync(waiting)
    writeFileSync(join(waiting, '1'), 'new')
    writeFileSync(join(at, 'a.html'), 'new')
    const files = { 'a.html': 'x', 'b.html': 'x' }
    writeFileSync(
      join(waiting, 'commit.json'),
      JSON.stringify({
        moves: [
          [0, 'a.html'],
          [1, 'b.html'],
        ],
        removed: ['gone.html'],
        manifest: { version: 1, topics: ['t'], files },
      }),
    )
    expect(new PublishFolder(at, false).open()).toEqual({ version: 1, topics: ['t'], files })
    expect(readFileSync(join(at, 'b.html'), 'utf8')).toBe('new')
    expect(existsSync(join(at, 'gone.html'))).toBe(false)
  })

  test('two at once: the second says so', async () => {
    const at = folder()
    mkdirSync(join(at, '.wend-publish'), { recursive: true })
    writeFileSync(join(at, '.wend-publish', 'pid'), String(process.ppid))
    await expect(publish(at, {})).rejects.toMatchObject({ failure: { kind: 'refused' } })
  })
})
