import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Context, Outcome } from '../command.ts'
import { completionScript, type Shell } from './completion-scripts.ts'

/** A file that installing completion writes, or appends a line to. */
interface Part {
  readonly file: string
  readonly text: string
  readonly appends: boolean
}

/** Writes the completion script where the shell finds it and, if necessary, the line that loads it; existing content stays. */
export async function installCompletion(context: Context, shell: Shell, dryRun: boolean): Promise<Outcome> {
  const home = context.env['HOME'] ?? ''
  if (home === '') fail({ kind: 'usage', message: 'there is no home folder', hint: `wend completion ${shell} > FILE` })
  const [{ readUserText }, { saveFile }] = await Promise.all([
    import('../../io/config/config-file.ts'),
    import('../../io/files/save-file.ts'),
  ])
  const messages: string[] = []
  const written: string[] = []
  for (const part of partsOf(shell, context.env, home)) {
    const before = readUserText(part.file)
    const whole = wholeOf(part, before)
    if (whole === before) messages.push(`${part.file} is up to date`)
    else {
      const verb = part.appends && before !== undefined ? ['add to', 'added to'] : ['write', 'wrote']
      messages.push(`${dryRun ? `would ${verb[0] ?? ''}` : (verb[1] ?? '')} ${part.file}: ${summaryOf(part.text)}`)
      if (!dryRun) saveFile(part.file, whole, true)
      written.push(part.file)
    }
  }
  if (written.length > 0 && !dryRun) messages.push('it works in shells that are opened from now on')
  const text = written.map((file) => `${file}\n`).join('')
  return { report: { kind: 'document', text, data: { shell, written, applied: !dryRun } }, messages }
}

/** The resulting content: the text, or the former content with the text at its end, once. */
function wholeOf({ text, appends }: Part, before = ''): string {
  if (!appends) return text
  if (before.includes(text.trim())) return before
  return before === '' || before.endsWith('\n') ? before + text : `${before}\n${text}`
}

function summaryOf(text: string): string {
  const lines = text.trim().split('\n')
  return lines.length > 4 ? 'the script' : lines.filter((line) => !line.startsWith('#')).join('; ')
}

function partsOf(shell: Shell, env: Context['env'], home: string): readonly Part[] {
  const folder = (name: string, usual: string): string => {
    const given = env[name] ?? ''
    return given.startsWith('/') ? given : join(home, usual)
  }
  const script = completionScript(shell)
  switch (shell) {
    case 'fish':
      return [
        {
          file: join(folder('XDG_CONFIG_HOME', '.config'), 'fish/completions/wend.fish'),
          text: script,
          appends: false,
        },
      ]
    case 'bash': {
      // bash-completion loads it at the first TAB; without that, the line in .bashrc does.
      const file = join(folder('XDG_DATA_HOME', '.local/share'), 'bash-completion/completions/wend')
      return [
        { file, text: script, appends: false },
        {
          file: join(home, '.bashrc'),
          text: `# Completion of wend.\n[ -r "${file}" ] && . "${file}"\n`,
          appends: true,
        },
      ]
    }
    case 'zsh': {
      const folderOfZsh = folder('ZDOTDIR', '')
      const functions = join(folderOfZsh, '.zfunc')
      const line = `# Completion of wend.\nfpath=("${functions}" $fpath); autoload -Uz compinit && compinit\n`
      return [
        { file: join(functions, '_wend'), text: script, appends: false },
        { file: join(folderOfZsh, '.zshrc'), text: line, appends: true },
      ]
    }
  }
}
