import { expect, test } from '@jest/globals'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

test('a markdown link in the front matter that leads nowhere is information, and follows a rename', async () => {
  const cwd = makeVault({
    'a.md':
      '---\nsee: "[b](b.md)"\nnone: "[x](nothing.md)"\nimage: "[y](nothing.png)"\nwiki: "[[nowhere]]"\n---\n\n# A\n',
    'b.md': '# B\n',
  })
  const format = '{{code}} {{severity}} {{target}}'
  const { stdout } = await runWend(['check', '--strict', '--format', format], { cwd })
  const lines = stdout.split('\n').filter((line) => line.includes('noth') || line.includes('nowhere'))
  expect(lines.filter((line) => line.includes('noth'))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/broken-link info nothing\.md/),
      expect.stringMatching(/info nothing\.png/),
    ]),
  )
  expect(lines.find((line) => line.includes('nowhere'))).toContain('broken-link error nowhere')
  await runWend(['mv', 'b', 'sub/c.md'], { cwd })
  expect((await runWend(['show', 'a', '--raw'], { cwd })).stdout).toContain('see: "[b](sub/c.md)"')
})
