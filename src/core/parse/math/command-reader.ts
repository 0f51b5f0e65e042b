import type { TexReader } from './tex-reader.ts'

/**
 * Reads what follows a command whose arguments are of its own kind (a star, options, other brackets) and writes it with
 * commands that KaTeX knows; undefined when it is not understood, wherever the reader then stands. `known` rewrites an argument.
 */
export type CommandReader = (reader: TexReader, known: (tex: string) => string) => string | undefined

/** Such commands by their name without backslash. */
export type CommandReaders = Readonly<Record<string, CommandReader>>
