import { spawn, type IPty } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { resolve } from 'node:path'
import { testEnvironment } from './run-wend.ts'

/** How the program is started. */
export interface TerminalOptions {
  readonly cwd: string
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
  /** Whether questions of the program are left without an answer. */
  readonly isSilent?: boolean
}

const keyCodes: Readonly<Record<string, string>> = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  backspace: '\u007f',
  'ctrl-c': '\u0003',
  'ctrl-z': '\u001a',
}

/** The built program in a real (pseudo) terminal, with an emulator that says what a person would see. */
export class RealTerminal {
  readonly #terminal: xterm.Terminal
  readonly #pty: IPty
  /** All bytes that the program wrote. */
  output = ''
  readonly exit: Promise<{ readonly code: number; readonly signal: number | undefined }>

  constructor(
    command: string,
    args: readonly string[],
    { cwd, columns = 100, rows = 24, env = {}, isSilent = false }: TerminalOptions,
  ) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
    const environment: Record<string, string> = { ...testEnvironment(env), TERM: 'xterm-256color' }
    delete environment['COLUMNS']
    this.#pty = spawn(command, [...args], { cols: columns, rows, cwd, env: environment })
    this.#pty.onData((data) => {
      this.output += data
      this.#terminal.write(data)
    })
    if (!isSilent) this.#terminal.onData((answer) => this.#pty.write(answer))
    this.exit = new Promise((done) => this.#pty.onExit(({ exitCode, signal }) => done({ code: exitCode, signal })))
  }

  get pid(): number {
    return this.#pty.pid
  }

  /** The lines on the screen. */
  get screen(): readonly string[] {
    const { buffer, rows } = this.#terminal
    return Array.from(
      { length: rows },
      (_row, at) => buffer.active.getLine(buffer.active.viewportY + at)?.translateToString(true) ?? '',
    )
  }

  /** Whether the program has the alternate screen. */
  get isFullScreen(): boolean {
    return this.#terminal.buffer.active.type === 'alternate'
  }

  /** Types keys by name, or text as it is. */
  send(...keys: readonly string[]): void {
    for (const key of keys) this.#pty.write(keyCodes[key] ?? key)
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
    this.#pty.resize(columns, rows)
  }

  /** Waits until the screen holds what is expected; fails with the screen otherwise. */
  async waitFor(expected: RegExp | (() => boolean), milliseconds = 15_000): Promise<void> {
    const holds = typeof expected === 'function' ? expected : () => expected.test(this.screen.join('\n'))
    for (const end = Date.now() + milliseconds; !holds();) {
      if (Date.now() > end) throw new Error(`never seen: ${String(expected)}\n${this.screen.join('\n')}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  end(): void {
    try {
      this.#pty.kill('SIGKILL')
    } catch {
      // It has ended.
    }
  }
}

/** The built program with a command line, in a terminal of its own. */
export function wendInTerminal(args: readonly string[], options: TerminalOptions): RealTerminal {
  return new RealTerminal(process.execPath, [resolve('bin/wend.js'), ...args], options)
}
