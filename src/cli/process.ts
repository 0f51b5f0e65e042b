import type { PlainOutput } from '../io/terminal/plain-output.ts'

/** The part of Node's process that the program uses; tests pass their own. */
export interface Process extends Pick<NodeJS.Process, 'argv' | 'env' | 'cwd' | 'stdin' | 'stdout' | 'stderr'> {
  /** A faster way to write to standard output when it is no terminal; `stdout`, which is slow to open, is then not used. */
  readonly plainOutput?: PlainOutput | undefined
}
