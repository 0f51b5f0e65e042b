import type { Failure } from '../core/model/failure.ts'
import { neutralise } from './neutralise.ts'

/** The message of a failure for stderr, and the exit code: 1 for "no", 2 for wrong usage and I/O. */
export interface FailureMessage {
  readonly lines: readonly string[]
  readonly exit: 1 | 2
}

/** The message of a failure; no other function words failures. */
export function failureMessage(failure: Failure): FailureMessage {
  const { lines, exit } = word(failure)
  return {
    lines: lines.filter((line) => line !== undefined).map((line) => neutralise(line).replaceAll('\n', ' ')),
    exit,
  }
}

function word(failure: Failure): { readonly lines: readonly (string | undefined)[]; readonly exit: 1 | 2 } {
  switch (failure.kind) {
    case 'usage':
      return { lines: [failure.message, ...(failure.lines ?? []), failure.hint], exit: 2 }
    case 'refused':
      return { lines: [failure.message, failure.hint], exit: 1 }
    case 'vault-missing':
      return {
        lines: [
          `no vault at ${failure.path}: ${{ absent: 'no such folder', 'not-a-folder': 'it is a file, not a folder', unreadable: 'permission denied' }[failure.reason]}`,
          failure.named === undefined
            ? 'choose a folder of notes with --vault DIR or $WEND_VAULT'
            : `${failure.named.at} names it "${failure.named.name}"; where is it now? wend config set vaults.${failure.named.name} FOLDER`,
        ],
        exit: 2,
      }
    case 'note-not-found':
      return {
        lines: [
          `no note named "${cut(failure.query)}"`,
          failure.suggestions.length > 0
            ? `did you mean ${failure.suggestions.map((title) => `"${title}"`).join(', ')}?`
            : `search for it with: wend search "${cut(failure.query)}"`,
        ],
        exit: 1,
      }
    case 'note-ambiguous':
      return {
        lines: [
          `"${cut(failure.query)}" could be any of ${failure.candidates.length} notes; name one by its path:`,
          ...failure.candidates.slice(0, 20).map(({ path, title }) => `  ${path}  (${title})`),
        ],
        exit: 1,
      }
    case 'bad-config': {
      const place =
        failure.position === undefined
          ? failure.file
          : `${failure.file}:${failure.position.line}:${failure.position.column}`
      return {
        lines: [
          `${place}: ${failure.reason}`,
          failure.suggestions.length > 0 ? `did you mean "${failure.suggestions.join('" or "')}"?` : undefined,
        ],
        exit: 2,
      }
    }
    case 'io':
      return { lines: [`cannot ${failure.action} ${failure.path}: ${failure.reason}`], exit: 2 }
  }
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
