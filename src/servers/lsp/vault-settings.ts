import { readSchemas } from '../../commands/check/read-schemas.ts'
import type { Context } from '../../commands/command.ts'
import { FailureError } from '../../core/model/failure.ts'

/** All that the configuration and the schemas of a vault say now; why they can't be read, where they can't. */
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
