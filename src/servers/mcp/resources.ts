import {
  type McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type ReadResourceResult,
} from '@modelcontextprotocol/server'
import { tags, topics } from '../../commands/list/groups.ts'
import { indexPage } from '../../commands/list/index-page.ts'
import { foldName } from '../../core/vault/fold.ts'
import { percentDecode } from '../../core/vault/percent-decode.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { AgentSession } from './agent-session.ts'
import { runCommand } from './command-tool.ts'
import { fenced } from './tool-result.ts'

/** How many notes are listed as resources, the most linked first; the others are found by completion and by tools. */
const mostListed = 200

/** The most completions that one answer may hold by the protocol. */
const mostCompleted = 100

/** Adds the notes by path, the index page, topics and tags as resources. */
export function addResources(server: McpServer, session: AgentSession): void {
  const page = async (uri: URL, text: Promise<string>, mimeType: string): Promise<ReadResourceResult> => ({
    contents: [{ uri: uri.href, mimeType, text: fenced(await text, session.mark) }],
  })
  server.registerResource(
    'index',
    'wend://index',
    { title: 'Index', description: 'all notes with their summaries, by topic', mimeType: 'text/markdown' },
    (uri) => page(uri, indexText(session), 'text/markdown'),
  )
  for (const [name, command] of Object.entries({ topics, tags }))
    server.registerResource(
      name,
      `wend://${name}`,
      { title: name, description: `all ${name} with their notes`, mimeType: 'application/json' },
      (uri) =>
        page(
          uri,
          session
            .context()
            .then((context) => runCommand(context, { command, args: [], options: {} }, { name }))
            .then(({ data }) => JSON.stringify(data)),
          'application/json',
        ),
    )
  server.registerResource(
    'note',
    new ResourceTemplate('wend://note/{+path}', {
      list: async () => ({ resources: await mostLinked(session) }),
      complete: { path: (begun) => pathsLike(session, begun) },
    }),
    { title: 'A note', description: 'a note by path', mimeType: 'text/markdown' },
    (uri, { path }) => page(uri, noteText(session, String(path)), 'text/markdown'),
  )
}

async function indexText(session: AgentSession): Promise<string> {
  const { data } = await runCommand(
    await session.context(),
    { command: indexPage, args: [], options: {} },
    { name: 'text' },
  )
  return String(data['text'] ?? '')
}

async function noteText(session: AgentSession, asked: string): Promise<string> {
  const context = await session.context()
  const path = percentDecode(asked)
  const note = (await context.vault()).note(path)
  if (note === undefined)
    throw new ResourceNotFoundError(noteUri(path), `no note ${path}; resources/list has some, the tool list all`)
  return neutralise(await context.readText(note.path))
}

async function mostLinked(
  session: AgentSession,
): Promise<{ uri: string; name: string; title: string; mimeType: string }[]> {
  const vault = await (await session.context()).vault()
  return [...vault.notes]
    .sort((a, b) => vault.backlinkCount(b.path) - vault.backlinkCount(a.path))
    .slice(0, mostListed)
    .map(({ path, title }) => ({
      uri: noteUri(path),
      name: path,
      title: neutralise(title),
      mimeType: 'text/markdown',
    }))
}

async function pathsLike(session: AgentSession, begun: string): Promise<string[]> {
  const wanted = foldName(percentDecode(begun))
  const vault = await (await session.context()).vault()
  return vault.notes
    .filter(({ path, title }) => foldName(path).includes(wanted) || foldName(title).startsWith(wanted))
    .slice(0, mostCompleted)
    .map(({ path }) => path)
}

/** The address of a note. */
export function noteUri(path: string): string {
  return `wend://note/${path.split('/').map(encodeURIComponent).join('/')}`
}
