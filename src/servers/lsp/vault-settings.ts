import { readSchemas } from '../../commands/check/read-schemas.ts'
import type { Context } from '../../commands/command.ts'
import { FailureError } from '../../core/model/failure.ts'

/** The content of a vault's configuration and schemas as one text, for comparison; when they can't be read, why. */
export async function settingsOf(context: Context): Promise<string> {
  return `${await said(() => context.freshConfig())}\n${await said(async () => (await readSchemas(context)).text)}`
}

async function said(read: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await read())
  } catch (error) {
    if (error instanceof FailureError) return JSON.stringify(error.failure)
    throw error
  }
}
