import { describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runWend } from '../../support/run-wend.ts'

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'wend-show-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const vault = folder({
  'a.md':
    '---\ntitle: Alpha\nsummary: The first.\n---\nSee [[b]], [[gone]] and ![[b#Part]].\n\n![[b]]\n\n## Part\n\nText.\n\n### Inner\n\nMore.\n\n## Other\n\nElse.\n',
  'b.md': '# Beta\n\nBack to [[a|alpha]].\n\n## Part\n\nOf beta.\n\n![[a]]\n',
  '.wend/config.yml': 'theme:\n  name: dark\n  colors:\n    title: "bold #ff0000"\n',
})

describe('show', () => {
  test('prints header, text, embeds, links and backlinks', async () => {
    const { stdout, stderr, exit } = await runWend(['show', 'alpha'], { cwd: vault })
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    for (const part of [
      'Alpha\n━━━━━',
      'The first.',
      'See b[1], gone✗[2]',
      '▏ Beta[1]',
      '▏ Back to alpha',
      'Backlinks',
      '← Beta',
    ])
      expect(stdout).toContain(part)
    expect(stdout).not.toContain('\u001b')
  })

  test('expands as many levels of embeds as asked, and stops at cycles', async () => {
    expect((await runWend(['show', 'a', '--embeds', '0'], { cwd: vault })).stdout).not.toContain('▏')
    const { stdout } = await runWend(['show', 'a', '--embeds', '5'], { cwd: vault })
    expect(stdout).toContain('a.md (an embed of itself)')
  })

  test('prints one section with what is below it', async () => {
    const { stdout } = await runWend(['show', 'a', '--section', 'part', '--plain'], { cwd: vault })
    expect(stdout).toBe('Part\n────\n  Text.\n\n▪ Inner\n  More.\n')
    const missing = await runWend(['show', 'a', '--section', 'nope'], { cwd: vault })
    expect(missing).toMatchObject({ exit: 1, stdout: '' })
    expect(missing.stderr).toContain('no heading "nope"')
  })

  test('prints the headings', async () => {
    const { stdout } = await runWend(['show', 'a', '--toc'], { cwd: vault })
    expect(stdout).toBe('Part\n  Inner\nOther\n')
  })

  test('prints several notes, standard input and files outside the vault', async () => {
    const two = await runWend(['show', 'a', 'b', '--json'], { cwd: vault })
    expect(JSON.parse(two.stdout).map(({ title }: { title: string }) => title)).toEqual(['Alpha', 'Beta'])
    const input = await runWend(['show', '-'], { cwd: vault, input: '# Hello\n\n**world**\n' })
    expect(input.stdout).toBe('Hello\n━━━━━\n  world\n')
    const elsewhere = folder({ 'x.md': 'Outside [[nowhere]].\n' })
    const file = await runWend(['show', join(elsewhere, 'x.md')], { cwd: vault })
    expect(file.stdout).toContain('Outside nowhere[1].')
  })

  test('takes its colours from the configuration', async () => {
    const { stdout } = await runWend(['show', 'a', '--color', 'always'], {
      cwd: vault,
      env: { COLORTERM: 'truecolor' },
    })
    expect(stdout.split('\n')[0]).toBe('\u001b[1m\u001b[38;2;255;0;0mAlpha\u001b[39m\u001b[22m')
    const bad = folder({ 'a.md': 'x', '.wend/config.yml': 'theme:\n  colors:\n    tilte: red\n' })
    const { stderr, exit } = await runWend(['show', 'a', '--color', 'always'], { cwd: bad })
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining('no style "tilte"') })
  })

  test('--no-links shows text alone', async () => {
    const { stdout } = await runWend(['show', 'a', '--no-links'], { cwd: vault })
    expect(stdout).toContain('See b, gone✗')
    expect(stdout).not.toContain('Backlinks')
  })
})

describe('a file outside the vault', () => {
  test('has the links of its text', async () => {
    const lone = folder({
      'lone.md': 'See [a](b.md#x), [w](https://e.org), [[wiki]], [self](#part) and [no](#nope).\n\n## Part\n',
    })
    const { stdout } = await runWend(['show', join(lone, 'lone.md'), '--json'], { cwd: vault })
    const { links, backlinks } = JSON.parse(stdout) as {
      links: readonly { target: string; anchor?: string; status: string; context: string }[]
      backlinks: readonly unknown[]
    }
    expect(links.map(({ target, anchor = '', status }) => `${target}#${anchor} ${status}`)).toEqual([
      'b.md#x external',
      'https://e.org# external',
      'wiki# external',
      '#part ok',
      '#nope broken-anchor',
    ])
    expect(links[0]?.context).toBe('See a, w, wiki, self and no.')
    expect(backlinks).toEqual([])
  })
})
