import { askTmux } from './start-program.ts'

/** The terminal that tmux runs in, where it hands on what is marked for it (`allow-passthrough`); undefined where it does not. */
export function outerTerminal(): string | undefined {
  return outerTerminalIn(askTmux('#{allow-passthrough} #{client_termtype} #{client_termname}') ?? '')
}

/** The names of the terminal in tmux's answer. */
export function outerTerminalIn(answer: string): string | undefined {
  return /^(?:on|1|all|2) +(.*\S)/.exec(answer)?.[1]
}
