import { requireExactNote } from '../../commands/arguments/require-note.ts'
import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { AgentSession } from './agent-session.ts'
import { textIn, type ToolAnswer, type ToolInput } from './tool.ts'

/** A call of a tool: its input, and a signal that aborts it. */
export interface Call {
  readonly input: ToolInput
  readonly signal: AbortSignal
}

/** The path of the note that the input names exactly, among those that agents may see. */
export async function namedNote(session: AgentSession, input: ToolInput): Promise<string> {
  return (await requireExactNote(await session.context(), textIn(input, 'note') ?? '')).path
}

/** Runs a change if it is still wanted, the note that was read is unchanged, and exactly the expected number of notes is touched. */
export function guarded(
  session: AgentSession,
  { input, signal }: Call,
  work: (context: Context) => Promise<ToolAnswer>,
  planned?: Parameters<AgentSession['change']>[2],
): Promise<ToolAnswer> {
  const { notes: expected } = (input['expect'] ?? {}) as { readonly notes?: unknown }
  if (input['dryRun'] !== true && typeof expected !== 'number')
    fail({
      kind: 'usage',
      message: 'say how many notes the change may touch: expect: {notes: n}',
      hint: 'dryRun: true shows the change without making it',
    })
  let read: string | undefined
  const guard = (paths: ReadonlySet<string>): void => {
    signal.throwIfAborted()
    // Another program may have written to the note during planning, so that the plan uses the newer text.
    if (read !== undefined) requireHash(session, read, input['hash'])
    const touched = paths.size
    if (input['dryRun'] !== true && touched !== expected)
      fail({
        kind: 'refused',
        message: `this would touch ${touched} notes, not ${String(expected)}; nothing was written`,
        hint: 'look at it with dryRun: true, then say how many',
      })
  }
  const checked = async (context: Context): Promise<ToolAnswer> => {
    // It may have waited for other changes and been aborted meanwhile.
    signal.throwIfAborted()
    if (input['hash'] !== undefined) {
      read = await namedNote(session, input)
      requireHash(session, read, input['hash'])
    }
    return work(context)
  }
  return session.change(guard, checked, planned)
}

function requireHash(session: AgentSession, path: string, wanted: unknown): void {
  const now = session.hashNow(path)
  if (now !== wanted)
    fail({
      kind: 'refused',
      message: `the note is another one since it was read; nothing was written. Its hash is ${now} now`,
      hint: 'read it again before changing it',
    })
}
