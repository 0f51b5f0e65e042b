import { check } from '../../commands/check/check.ts'
import { mv } from '../../commands/change/mv.ts'
import { newNote } from '../../commands/change/new.ts'
import { undo } from '../../commands/change/undo.ts'
import { link } from '../../commands/links/link.ts'
import type { Command } from '../../commands/command.ts'
import type { AgentSession } from './agent-session.ts'
import { runForAgent } from './command-tool.ts'
import { type SchemaProperty, textIn, textsIn, type Tool, type ToolAnswer } from './tool.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { type Call, guarded, namedNote } from './guarded.ts'
import { appendText, setKeys } from './note-edits.ts'

const note: SchemaProperty = { type: 'string' }
const hash: SchemaProperty = { type: 'string' }
const text: SchemaProperty = { type: 'string' }
const texts: SchemaProperty = { type: 'array', items: text }

/** The fields of every tool that changes notes: for a dry run, and for the expected number of touched notes. */
const guards: Readonly<Record<string, SchemaProperty>> = nameTable({
  dryRun: { type: 'boolean' },
  expect: { type: 'object' },
})
const changed: Readonly<Record<string, SchemaProperty>> = nameTable({
  changes: { type: 'array' },
})

/** The tools that change notes; every change is in the journal, and `undo` takes it back. */
export const writeTools: readonly Tool[] = [
  {
    name: 'create',
    title: 'Create a note',
    description: 'A new note, named by its title.',
    input: { title: text, body: text, folder: text, topics: texts, tags: texts, summary: text, ...guards },
    required: ['title'],
    output: {},
    writes: 'adds',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) => {
        const body = textIn(input, 'body') ?? ''
        return runForAgent(
          { ...context, readInput: () => Promise.resolve(body) },
          {
            command: newNote,
            args: [textIn(input, 'title') ?? ''],
            options: {
              dir: input['folder'],
              topic: textsIn(input, 'topics'),
              tag: textsIn(input, 'tags'),
              summary: input['summary'],
              dryRun: input['dryRun'],
            },
          },
          { name: 'changes' },
        )
      }),
  },
  {
    name: 'append',
    title: 'Append to a note',
    description: 'Text at the end of a note, section or day.',
    input: {
      note,
      day: { type: 'string', description: 'instead of note' },
      section: text,
      text,
      hash,
      ...guards,
    },
    required: ['text'],
    output: changed,
    writes: 'adds',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) => appendText(session, context, input)),
  },
  {
    name: 'set',
    title: 'Set front matter',
    description: 'Sets front matter keys of a note; null removes one.',
    input: { note, values: { type: 'object' }, hash, ...guards },
    required: ['note', 'values', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) => guarded(session, { input, signal }, (context) => setKeys(session, context, input)),
  },
  {
    name: 'rename',
    title: 'Rename a note',
    description: 'A new title, file or folder of a note; all links to it follow.',
    input: {
      note,
      to: { type: 'string', description: 'title, file name, or folder/' },
      hash,
      ...guards,
    },
    required: ['note', 'to', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      change(session, { input, signal }, { command: mv, after: [textIn(input, 'to') ?? ''] }),
  },
  {
    name: 'link',
    title: 'Link mentions',
    description: 'Makes the names of other notes in the text of a note links.',
    input: { note, hash, ...guards },
    required: ['note', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      change(session, { input, signal }, { command: link, before: ['suggest'], options: { write: true } }),
  },
  {
    name: 'fix',
    title: 'Fix certain problems',
    description: 'Fixes what check can fix for certain.',
    input: { paths: texts, ...guards },
    output: {},
    writes: 'replaces',
    run: (session, input, signal) =>
      guarded(
        session,
        { input, signal },
        (context) =>
          runForAgent(
            context,
            { command: check, args: textsIn(input, 'paths'), options: { fix: true, dryRun: input['dryRun'] } },
            { name: 'problems' },
          ),
        // It also reports the remaining problems.
        'on visible notes',
      ),
  },
  {
    name: 'undo',
    title: 'Take back the last change',
    description: 'Takes back the last change of the vault.',
    input: guards,
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) =>
        runForAgent(context, { command: undo, args: [], options: { dryRun: input['dryRun'] } }, { name: 'changes' }),
      ),
  },
]

/** A command that changes one note, given by the words of its command line before and after the note's name. */
interface NoteChange {
  readonly command: Command
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly options?: Readonly<Record<string, unknown>>
}

function change(
  session: AgentSession,
  { input, signal }: Call,
  { command, before = [], after = [], options = {} }: NoteChange,
): Promise<ToolAnswer> {
  return guarded(session, { input, signal }, async (context) => {
    const args = [...before, await namedNote(session, input), ...after]
    return runForAgent(
      context,
      { command, args, options: { ...options, dryRun: input['dryRun'] } },
      { name: 'changes' },
    )
  })
}
