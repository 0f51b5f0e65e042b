import { expect, test } from '@jest/globals'
import { imageSize } from '../../../src/core/publish/image-size.ts'
import { siteOf, textAt } from '../../support/site-of.ts'

const from = (text: string, encoding: BufferEncoding = 'base64'): Buffer => Buffer.from(text, encoding)
const png = from('89504e470d0a1a0a0000000d49484452000001400000007808060000000000', 'hex')

/** A JPEG of 32 by 16 pixels with 34 bytes of Exif of these directories. */
function jpegWith(exif: string): Buffer {
  return from(`ffd8ffe10022457869660000${exif}ffc0001108001000200301220002`.replaceAll(' ', ''), 'hex')
}

test.each([
  ['a PNG', png, { width: 320, height: 120 }],
  ['a GIF', from('R0lGODlhAwACAIAAAAAAAAAAACwAAAAA'), { width: 3, height: 2 }],
  [
    'a JPEG',
    from('ffd8ffe000104a46494600010100000100010000ffc0001108001000200301220002', 'hex'),
    { width: 32, height: 16 },
  ],
  [
    'a JPEG that lies on its side',
    jpegWith('49492a0008000000 0100 120103000100000006000000 00000000'),
    { width: 16, height: 32 },
  ],
  [
    'a JPEG that stands on its head',
    jpegWith('4d4d002a00000008 0001 011200030000000100030000 00000000'),
    { width: 32, height: 16 },
  ],
  [
    'a JPEG whose Exif says nothing of how it lies',
    jpegWith('49492a0008000000 0100 0f0103000100000006000000 00000000'),
    { width: 32, height: 16 },
  ],
  [
    'a JPEG whose Exif leads behind its end',
    jpegWith('49492a00ffffff00 0100 120103000100000006000000 00000000'),
    { width: 32, height: 16 },
  ],
  [
    'a small WebP',
    from('524946461a000000574542505650382000000000000000 9d012a40003000'.replace(' ', ''), 'hex'),
    { width: 64, height: 48 },
  ],
  [
    'an extended WebP',
    from('524946461a00000057454250565038580a00000000000000 3f01007700 00'.replaceAll(' ', ''), 'hex'),
    { width: 320, height: 120 },
  ],
  [
    'a lossless WebP',
    from('524946461a000000574542505650384c000000002f 3fc01d00'.replace(' ', ''), 'hex'),
    { width: 64, height: 120 },
  ],
])('%s tells its size', (_, bytes, size) => expect(imageSize(bytes)).toEqual(size))

test.each([
  ['nothing', from('')],
  ['text', from('hello there, this is no picture', 'utf8')],
  ['a PNG that was cut off', png.subarray(0, 20)],
  ['a JPEG without an end', from('ffd8ffe00010', 'hex')],
  ['a JPEG of markers alone', from('ffd8ffffffff', 'hex')],
  ['a PNG without width', from('89504e470d0a1a0a0000000d49484452000000000000007808060000000000', 'hex')],
])('%s tells none', (_, bytes) => expect(imageSize(bytes)).toBeUndefined())

test('a page keeps room for its pictures, of the size that was asked for', async () => {
  const page = await textAt(
    siteOf({ 'a.md': '![[p.png]] ![[p.png|160]] ![x|10x20](p.png) ![[t.png]]', 'p.png': png, 't.png': 'x' }),
    'a.html',
  )
  expect(
    [...page.matchAll(/<img[^>]*?src="p\.png"[^>]*>/g)].map(([tag]) => /width="\d+" height="\d+"/.exec(tag)?.[0]),
  ).toEqual(['width="320" height="120"', 'width="160" height="60"', 'width="10" height="20"'])
  expect(page).toMatch(/<img(?![^>]*width)[^>]*src="t\.png"/)
})
