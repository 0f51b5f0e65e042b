import { expect, test } from '@jest/globals'
import xterm from '@xterm/headless'
import { displayWidth } from '../../../../src/view/display-width.ts'
import { drawPicture, withRoom } from '../../../../src/view/render/pictures/picture.ts'
import { renderMarkdown } from '../../../../src/view/render/render-markdown.ts'
import { plainStyle } from '../../../../src/view/style.ts'

/** The first bytes of a PNG of 400 x 200 pixels. */
const png = Buffer.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 1, 0x90, 0, 0, 0, 0xc8, 8, 6, 0, 0, 0],
]).toString('base64')

test('a picture takes the room of its size, within the width', () => {
  expect(drawPicture(png, 80, { protocol: 'kitty' })).toEqual({
    lines: [
      `${'\u001bD'.repeat(10)}\u001b[10A\u001b_Ga=T,f=100,c=40,r=10,C=1,q=2,m=0;${png}\u001b\\`,
      ...Array.from({ length: 9 }, () => ''),
    ],
  })
  expect(drawPicture(png, 20, { protocol: 'iterm2' })).toMatchObject({
    lines: [expect.stringContaining('width=20;height=5'), '', '', '', ''],
  })
  expect(drawPicture('R0lGODlhAQABAAAAACw=', 80, { protocol: 'kitty' })).toBeUndefined()
})

test('in tmux kitty gets the picture past it, and each row as characters that tmux can move', () => {
  const lines = drawPicture(png, 80, { protocol: 'kitty', tmux: true })?.lines ?? []
  const [, id = '', red, green, blue] =
    /^\u001bPtmux;\u001b\u001b_Ga=T,f=100,U=1,i=(\d+),c=40,r=10,q=2,m=0;\S+\u001b\u001b\\\u001b\\\u001b\[38;2;(\d+);(\d+);(\d+)m/.exec(
      lines[0] ?? '',
    ) ?? []
  expect(Number(red) * 65536 + Number(green) * 256 + Number(blue)).toBe(Number(id))
  expect(lines).toHaveLength(10)
  expect(lines[1]).toContain(`\u{10eeee}\u030d\u0305${'\u{10eeee}'.repeat(39)}\u001b[39m`)
  expect(displayWidth(lines[1] ?? '')).toBe(40)
})

test('in tmux iTerm2 gets the picture past it, the room for it is made by tmux', () => {
  const [first] = drawPicture(png, 20, { protocol: 'iterm2', tmux: true })?.lines ?? []
  expect(first).toMatch(
    /^(?:\u001bD){5}\u001b\[5A\u001bPtmux;\u001b\u001b7\u001b\u001b\]1337;File=\S+\u0007\u001b\u001b8\u001b\\$/,
  )
})

test('a picture that is not drawn says why behind its name', () => {
  const image = (): { readonly reason: string } => ({ reason: 'damaged' })
  const { lines } = renderMarkdown('![a cat](b.png)', { width: 80, style: plainStyle, links: 'none', image })
  expect(lines).toEqual(['  ▣ a cat (damaged)'])
})

test('the rows below a picture are kept free', () => {
  const image = (): ReturnType<typeof drawPicture> => ({ lines: ['<picture>', '', ''] })
  const { lines } = renderMarkdown('Above.\n\n![a](b.png)\n\nBelow.', {
    width: 80,
    style: plainStyle,
    links: 'none',
    image,
  })
  expect(lines).toEqual(['  Above.', '', '  <picture>', '', '', '', '  Below.'])
  expect(displayWidth('  <picture>')).toBeLessThan(80)
})

test('room for a picture is made at the bottom of the screen, and the cursor stays in its column', async () => {
  const terminal = new xterm.Terminal({ cols: 20, rows: 5, allowProposedApi: true })
  const text = `1\r\n2\r\n3\r\n4\r\n  ${withRoom('<', 3)}\r\n\r\n\r\nafter`
  await new Promise<void>((done) => terminal.write(text, done))
  const { active } = terminal.buffer
  const screen = Array.from({ length: 5 }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true))
  expect(screen).toEqual(['4', '  <', '', '', 'after'])
})
