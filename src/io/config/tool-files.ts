import { isRecord } from '../files/is-record.ts'
import { readOwnText } from '../vault/vault-file.ts'

/** The content of a settings file, by key. */
export type ToolFields = Readonly<Record<string, unknown>>

/** JSON with comments, as editors write it; empty when it can't be read, undefined when there is no such file. */
export async function readJsonFile(root: string, path: string): Promise<ToolFields | undefined> {
  const text = readOwnText(root, path)
  if (text === undefined) return undefined
  const { parse } = await import('jsonc-parser')
  // Thousands of nested levels would overflow the parser's stack.
  const read = attempt(() => ({ fields: fieldsOf(parse(text, [], { allowTrailingComma: true })) }))
  return read === undefined ? {} : read.fields
}

/** TOML; empty when it can't be read, undefined when there is no such file. */
export async function readTomlFile(root: string, path: string): Promise<ToolFields | undefined> {
  const text = readOwnText(root, path)
  if (text === undefined) return undefined
  const { parse } = await import('smol-toml')
  return attempt(() => fieldsOf(parse(text))) ?? {}
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch {
    return undefined
  }
}

/** Whether a value is text. */
export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A text that is not blank; undefined for anything else. */
export function nonBlankText(value: unknown): string | undefined {
  return isText(value) && value.trim() !== '' ? value : undefined
}

/** A value that is a map; undefined for anything else. */
export function fieldsOf(value: unknown): ToolFields | undefined {
  return isRecord(value) ? value : undefined
}
