import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DiskFault, FaultyDisk } from '../../support/faulty-disk.ts'

const disk = new FaultyDisk()
jest.unstable_mockModule('node:fs', () => disk.fs)
const { PublishFolder } = await import('../../../src/io/publish/publish-folder.ts')
const { finishPublication, giveUp } = await import('../../../src/io/publish/finish-publication.ts')

type Files = Readonly<Record<string, string>>

const oldFiles: Files = {
  'a.html': 'old',
  'b.html': 'old',
  'same.html': 'same',
  'deep/gone.html': 'old',
  'index.html': 'old',
}
const newFiles: Files = {
  'a.html': 'new',
  'b.html': 'new',
  'same.html': 'same',
  'other/c.html': 'new',
  'index.html': 'new',
}

const base = mkdtempSync(join(tmpdir(), 'wend-cut-off-'))
const [site, kept] = [join(base, 'site'), join(base, 'kept')]

async function publish(files: Files): Promise<void> {
  const target = new PublishFolder(site, false)
  try {
    const list = Object.entries(files).map(([address, text]) => ({ address, content: () => text }))
    await target.publish(list, [], target.open())
  } catch (error) {
    target.close()
    throw error
  }
}

/** The files that a reader sees, but for the list of them. */
function shown(): Files {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
  const own = names.filter((name) => !name.startsWith('.wend-publish') && name !== 'wend/manifest.json').sort()
  return Object.fromEntries(own.map((name) => [name, readFileSync(join(site, name), 'utf8')]))
}

const waiting = (): readonly string[] => {
  try {
    return readdirSync(join(site, '.wend-publish')).map((name) => join(site, '.wend-publish', name))
  } catch {
    return []
  }
}
const isCommitted = (folder: string): boolean => readdirSync(folder).includes('commit.json')

const sorted = (files: Files): Files => Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
const [before, after] = [sorted({ ...oldFiles, CNAME: 'mine' }), sorted({ ...newFiles, CNAME: 'mine' })]

beforeEach(async () => {
  disk.disarm()
  rmSync(base, { recursive: true, force: true })
  await publish(oldFiles)
  writeFileSync(join(site, 'CNAME'), 'mine')
  cpSync(site, kept, { recursive: true })
})

/** Publishes with a fault at each call in turn, and asks after each. */
async function atEachCall(fault: DiskFault, ask: (at: number) => void | Promise<void>): Promise<number> {
  for (let at = 1; ; at++) {
    rmSync(site, { recursive: true, force: true })
    cpSync(kept, site, { recursive: true })
    disk.arm(base, at, fault)
    await publish(newFiles).catch(() => undefined)
    const came = disk.calls.length >= at
    disk.disarm()
    if (!came) return at - 1
    await ask(at)
  }
}

describe('a publication that is cut off', () => {
  test('leaves the old site, or all that is needed for the new one, which then has nothing of the old', async () => {
    const ends: string[] = []
    const calls = await atEachCall('crash', (at) => {
      const left = waiting().filter(isCommitted)
      if (left.length === 0) {
        const now = shown()
        const isNew = now['index.html'] === 'new'
        expect([at, now]).toEqual([at, isNew ? after : before])
        return void ends.push(isNew ? 'new' : 'old')
      }
      for (const folder of left) finishPublication(site, folder)
      expect([at, shown(), waiting()]).toEqual([at, after, []])
      ends.push('finished')
    })
    expect(calls).toBeGreaterThan(15)
    expect(new Set(ends)).toEqual(new Set(['old', 'finished', 'new']))
  })

  test('is finished by the next, whatever that publishes', async () => {
    await atEachCall('crash', async (at) => {
      await publish({ 'index.html': 'newest' })
      expect([at, shown(), waiting()]).toEqual([at, { CNAME: 'mine', 'index.html': 'newest' }, []])
    })
  })

  test('is mended by the next where the disk lost what was written but for the lists', async () => {
    const lose = (folder: string): void => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
        // What was written long ago is on the disk, too.
        if (entry.isFile() && !/^(?:commit|manifest)\.json$|^CNAME$|^gone/.test(entry.name))
          writeFileSync(join(entry.parentPath, entry.name), '')
    }
    await atEachCall('crash', async (at) => {
      lose(site)
      await publish(newFiles)
      expect([at, shown(), waiting()]).toEqual([at, after, []])
    })
  })

  test('has its lists on the disk before they are put into place', async () => {
    rmSync(site, { recursive: true, force: true })
    cpSync(kept, site, { recursive: true })
    disk.arm(base, -1, 'crash')
    await publish(newFiles)
    const calls = disk.calls.map((call) => call.split(' ')[0])
    const first = calls.indexOf('renameSync')
    expect(calls.slice(0, first).filter((call) => call === 'fsyncSync')).toHaveLength(2)
  })

  test('is no reason to refuse where nothing is to be written', async () => {
    await atEachCall('crash', async (at) => {
      const target = new PublishFolder(site, true)
      const list = Object.entries({ ...newFiles, 'other/c.html': 'newer' }).map(([address, content]) => ({
        address,
        content: () => content,
      }))
      const { foreign } = await target.publish(list, [], target.open())
      expect([at, foreign]).toEqual([at, []])
    })
  })

  test.each<DiskFault>(['EIO', 'EACCES', 'ENOSPC'])(
    'by a disk that fails (%s) is tried again by the next',
    async (fault) => {
      await atEachCall(fault, async (at) => {
        const stands = JSON.stringify(shown())
        if (!waiting().some(isCommitted))
          expect([at, [before, after].map((one) => JSON.stringify(one))]).toEqual([
            at,
            expect.arrayContaining([stands]),
          ])
        await publish(newFiles)
        expect([at, shown(), waiting()]).toEqual([at, after, []])
      })
    },
  )
})

describe('a publication that two processes look at', () => {
  /** Does something in the midst of something else: at each of its calls in turn. */
  async function inTheMidst(begin: () => void, act: () => void | Promise<void>, other: () => void): Promise<number> {
    for (let at = 1; ; at++) {
      rmSync(site, { recursive: true, force: true })
      cpSync(kept, site, { recursive: true })
      begin()
      disk.arm(base, -1, 'EIO')
      let came = false
      disk.meanwhile = (count) => {
        if (count !== at) return
        came = true
        disk.disarm()
        other()
      }
      await act()
      disk.disarm()
      if (!came) return at - 1
      expect([at, waiting()]).toEqual([at, []])
    }
  }
  const left = join(site, '.wend-publish', `${process.pid}-left`)
  const cutOff = (): void => {
    mkdirSync(left, { recursive: true })
    const moves = Object.keys(newFiles).map((address, number) => [number, address])
    for (const [number, text] of Object.values(newFiles).entries()) writeFileSync(join(left, String(number)), text)
    const files = Object.fromEntries(Object.keys(newFiles).map((address) => [address, '']))
    writeFileSync(join(left, 'manifest.json'), JSON.stringify({ version: 1, topics: [], files }))
    writeFileSync(join(left, 'commit.json'), JSON.stringify({ moves, removed: ['deep/gone.html'] }))
  }
  const finish = (): void => finishPublication(site, left)

  test('and both finish has nothing of the old', async () => {
    const act = (): void => {
      finish()
      expect(shown()).toEqual(after)
    }
    expect(await inTheMidst(cutOff, act, finish)).toBeGreaterThan(15)
  })

  test('is finished by one while the other begins the next', async () => {
    const act = async (): Promise<void> => {
      await publish({ ...newFiles, 'index.html': 'newest' })
      expect(shown()).toEqual({ ...after, 'index.html': 'newest' })
    }
    expect(await inTheMidst(cutOff, act, finish)).toBeGreaterThan(30)
  })

  test('is given up by one while the other begins the next', async () => {
    const act = async (): Promise<void> => {
      await publish(newFiles)
      expect(shown()).toEqual(after)
    }
    const begin = (): void => void mkdirSync(left, { recursive: true })
    expect(await inTheMidst(begin, act, () => giveUp(left))).toBeGreaterThan(30)
  })
})
