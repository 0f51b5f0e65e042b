import type { Command } from './command.ts'

/** A subcommand by name; what it needs is loaded when it runs. */
export interface RegistryEntry {
  readonly name: string
  readonly aliases: readonly string[]
  readonly summary: string
  readonly load: () => Promise<Command>
}
