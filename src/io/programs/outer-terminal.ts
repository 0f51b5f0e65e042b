import { askTmux } from './start-program.ts'

/** The terminal that tmux runs in, if tmux passes marked sequences on to it (`allow-passthrough`); undefined otherwise. */
export function outerTerminal(): string | undefined {
  return outerTerminalIn(askTmux('#{allow-passthrough} #{client_termtype} #{client_termname}') ?? '')
}

/** The terminal's name in tmux's answer. */
export function outerTerminalIn(answer: string): string | undefined {
  return /^(?:on|1|all|2) +(.*\S)/.exec(answer)?.[1]
}
