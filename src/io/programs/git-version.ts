import { tmpdir } from 'node:os'
import { askGit } from './start-program.ts'

/** The version of git, asked outside any repository; undefined where it is not installed. */
export function gitVersion(): string | undefined {
  return askGit(tmpdir(), ['--version'])
    ?.trim()
    .replace(/^git version /, '')
}
