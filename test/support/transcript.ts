import { cpSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { splitCommand } from '../../src/io/programs/split-command.ts'
import type { Run, RunOptions } from './run-wend.ts'

type Runner = (args: readonly string[], options: RunOptions) => Run | Promise<Run>

/**
 * Runs the `$ wend …` lines of a page's console blocks in a fresh copy of its vault (`<!-- vault: NAME -->`) and gives the
 * page as it should be: each command followed by what it printed and, unless 0, `[exit N]`. `echo TEXT |` and `VAR=value`
 * may stand before `wend`.
 */
export async function playTranscript(page: string, runner: Runner): Promise<string> {
  const vault = /<!-- vault: (\S+) -->/.exec(page)?.[1] ?? 'garden'
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'wend-transcript-')))
  cpSync(resolve('test/vaults', vault), join(cwd, vault), { recursive: true })
  return playBlocks(page, join(cwd, vault), runner)
}

/** Plays the console blocks of a page that run wend in a folder, and gives the page as it should be. */
export async function playBlocks(page: string, cwd: string, runner: Runner): Promise<string> {
  const parts = page.split(/(```console\n[\s\S]*?```)/)
  for (const [index, part] of parts.entries()) {
    if (/^```console\n\$ (?:.* )?wend /.test(part)) parts[index] = await playBlock(part, cwd, runner)
  }
  return parts.join('')
}

async function playBlock(block: string, cwd: string, runner: Runner): Promise<string> {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '))
  const played: string[] = []
  for (const line of commands) {
    const { args, env, input } = readLine(line.slice(2))
    const { stdout, stderr, exit } = await runner(args, { cwd, env, input })
    const printed = `${stdout}${stderr}`.replaceAll(cwd, '~/garden').replace(/[ \t]+$/gm, '')
    played.push(
      `${line}\n${printed}${printed === '' || printed.endsWith('\n') ? '' : '\n'}${exit === 0 ? '' : `[exit ${exit}]\n`}`,
    )
  }
  return `\`\`\`console\n${played.join('\n')}\`\`\``
}

function readLine(line: string): {
  readonly args: readonly string[]
  readonly env: Record<string, string>
  readonly input: string
} {
  const piped = /^echo (.+?) \| /.exec(line)
  const words = splitCommand(piped ? line.slice(piped[0].length) : line)
  const start = words.indexOf('wend')
  const env = Object.fromEntries(
    words.slice(0, start).map((word) => word.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
  return { args: words.slice(start + 1), env, input: piped ? `${splitCommand(piped[1] ?? '').join(' ')}\n` : '' }
}
