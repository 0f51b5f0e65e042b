import type * as fs from './file-system.ts'
import { errorCode } from './error-code.ts'

/** The calls of `node:fs` that change a vault; tests pass their own, which fail on demand. */
export type ChangeFiles = Pick<
  typeof fs,
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'symlinkSync'
  | 'unlinkSync'
  | 'writeSync'
>

/** The result of a call, or undefined when the file it names is missing. */
export function ifPresent<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}
