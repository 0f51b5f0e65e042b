import { expect, test } from '@jest/globals'
import { picturesOf } from '../../../src/commands/arguments/pictures-of.ts'
import type { PictureSource, PictureWay } from '../../../src/commands/command.ts'
import type { Pixels, Undrawn } from '../../../src/core/model/pixels.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'
import { pngOf } from '../../support/png-of.ts'

const paths = ['one.png', 'two.jpg', 'big.png', 'bad.png', 'late.gif', 'song.mp3']
const vault = vaultOf(
  {
    'a.md':
      '![[one.png]] ![](two.jpg) ![[bad.png]] ![[big.png]] ![[one.png]] ![[late.gif]] ![[song.mp3]] ![[b]] ![[gone.png]]\n',
    'b.md': 'no picture but [[one.png]] as a link\n',
  },
  paths.map((path) => ({ path: path as NotePath })),
)
const small: Pixels = { width: 10, height: 10, rgba: new Uint8Array(400).fill(255) }
/** As many pixels as are drawn in all. */
const big: Pixels = { width: 5000, height: 10_000, rgba: new Uint8Array(0) }

/** A vault of pictures of which one is as large as is drawn in all; `read` are those that were asked for. */
function source(): PictureSource & { readonly read: string[] } {
  const read: string[] = []
  const unless = <T>(path: string, picture: T): Promise<T | Undrawn> => {
    read.push(path)
    return Promise.resolve(path === 'bad.png' ? { reason: 'damaged' } : picture)
  }
  return {
    read,
    way: () => Promise.resolve(undefined),
    blocks: () => Promise.resolve(undefined),
    png: (path) => unless(path, path === 'big.png' ? 'A'.repeat(50_000_000) : png),
    pixels: (path) => unless(path, path === 'big.png' ? big : small),
  }
}

const rows = Array.from({ length: 20 }, () => new Uint8Array(20))
const png = pngOf({ width: 20, height: 20, depth: 8, type: 0, rows }).toString('base64')

/** What each picture of a note is drawn as: the beginning of its first row, or why it is not. */
async function drawn(way: PictureWay, of: PictureSource): Promise<Readonly<Record<string, unknown>>> {
  const note = noteAt(vault, 'a.md')
  const image = await picturesOf(of, { vault, note, way })
  const rowsOf = vault.linksFrom('a.md' as NotePath).map(({ link, resolution }) => {
    const picture = image?.({ ...link, text: '' } as never, resolution, 40)
    const shown = picture === undefined || 'reason' in picture ? picture?.reason : picture.lines.join('').length > 0
    return [link.target, shown] as const
  })
  return Object.fromEntries(rowsOf)
}

test.each<[PictureWay]>([
  [{ protocol: 'kitty' }],
  [{ protocol: 'iterm2' }],
  [{ protocol: 'sixel', cell: { width: 8, height: 16 } }],
  [{ protocol: 'blocks', colors: '256' }],
])('the pictures that a note shows are drawn, each read once, up to a bound: %j', async (way) => {
  const of = source()
  expect(await drawn(way, of)).toEqual({
    ...{ 'one.png': true, 'two.jpg': true, 'bad.png': 'damaged', 'late.gif': 'too many pictures before it' },
    ...{ 'song.mp3': undefined, b: undefined, 'gone.png': undefined },
    'big.png': way.protocol === 'kitty' || way.protocol === 'iterm2' ? 'damaged' : true,
  })
  expect(of.read).toEqual(['one.png', 'two.jpg', 'bad.png', 'big.png'])
})

test('nothing is read where no way is known, or no picture is shown', async () => {
  const [of, note] = [source(), noteAt(vault, 'b.md')]
  expect(await picturesOf(of, { vault, note: noteAt(vault, 'a.md'), way: undefined })).toBeUndefined()
  expect(await picturesOf(of, { vault, note, way: { protocol: 'kitty' } })).toBeUndefined()
  expect(of.read).toEqual([])
})
