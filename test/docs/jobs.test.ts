import { expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitCommand } from '../../src/io/programs/split-command.ts'
import { findCommand } from '../../src/commands/registry.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'
import { playTranscript } from '../support/transcript.ts'

const folder = 'docs/jobs'
const pages = readdirSync(folder)

/** `UPDATE_DOCS=1 npm test -- test/docs` rewrites the sessions. */
test.each(pages)('%s shows what the program prints', async (name) => {
  const page = readFileSync(join(folder, name), 'utf8')
  const played = await playTranscript(page, runWend)
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(join(folder, name), played)
  else expect(played).toBe(page)
})

/** All command lines of wend in a page: in its blocks and between backquotes. */
function linesOf(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^```(?:sh|vim|tmux|yaml)\n([\s\S]*?)^```/gm)].map(([, text = '']) => text)
  const inline = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`(wend [^`]+)`/g)].map(([, text = '']) => text)
  const started = blocks.flatMap((text) =>
    [...text.matchAll(/\bwend (?:-C \S+ )?[a-z][^|#"\n]*/g)].map(([text]) => text),
  )
  return [...started, ...inline]
}

test.each(pages)('%s names only commands and options that there are, and files that exist', async (name) => {
  const page = readFileSync(join(folder, name), 'utf8')
  for (const line of linesOf(page)) {
    const [command = '', ...words] = splitCommand(line.replaceAll("'", '"').replace(/(?<!")"$|\\"/g, ''))
      .slice(1)
      .filter((word, at, all) => word !== '-C' && all[at - 1] !== '-C')
    expect([line, findCommand(command) !== undefined]).toEqual([line, true])
    const help = (await runWend([command, '--help'], { cwd: '.' })).stdout
    for (const word of words.filter((one) => /^--[a-z]/.test(one)))
      expect([
        line,
        help.includes(word.split('=')[0] ?? '') || (await runWend(['--help'], { cwd: '.' })).stdout.includes(word),
      ]).toEqual([line, true])
  }
  for (const [, path = ''] of page.matchAll(/\]\((\.[^)#:]+)\)/g))
    expect([path, existsSync(join(folder, path))]).toEqual([path, true])
})

test.each(pages)('%s has only settings that can be set so', async (name) => {
  const page = readFileSync(join(folder, name), 'utf8')
  const lines = [...page.matchAll(/`(wend config set [^`]+)`/g)].map(([, line = '']) => line)
  const cwd = makeVault({ 'a.md': '# A\n' })
  const env = { XDG_CONFIG_HOME: join(cwd, '.config') }
  for (const line of lines) {
    const { exit, stderr } = await runWend(splitCommand(line).slice(1), { cwd, env })
    expect([line, exit, stderr]).toEqual([line, 0, expect.stringContaining('is set in')])
  }
})
