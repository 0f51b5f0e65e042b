import {
  type McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type ReadResourceResult,
} from '@modelcontextprotocol/server'
import { tags, topics } from '../../commands/list/groups.ts'
import { indexPage } from '../../commands/list/index-page.ts'
import type { Command } from '../../commands/command.ts'
import { foldName } from '../../core/vault/fold.ts'
import { percentDecode } from '../../core/model/percent-decode.ts'
import { neutralise, unescapedName } from '../../view/neutralise.ts'
import type { AgentSession } from './agent-session.ts'
import { runForAgent } from './command-tool.ts'
import { fitting } from './read-note.ts'
import { fenced, pageOf } from './tool-result.ts'

/** How many notes are listed as resources, the most linked first; others are found by completion and tools. */
const mostListed = 200

/** The largest number of completions in an answer, set by the protocol. */
const mostCompleted = 100

/** The content of a resource, and a message after the markers. */
interface Page {
  readonly text: string
  readonly said?: string
}

/**
 * Adds notes, the index page, topics and tags as resources. Resources have no cursor: a long one is cut, and names the tool that continues.
 */
export function addResources(server: McpServer, session: AgentSession): void {
  const page = async (uri: URL, made: Promise<Page>, mimeType: string): Promise<ReadResourceResult> => {
    const { text, said } = await made
    const cut = said === undefined ? '' : `\n${said}`
    return { contents: [{ uri: uri.href, mimeType, text: fenced(text, session.mark) + cut }] }
  }
  server.registerResource(
    'index',
    'wend://index',
    { title: 'Index', description: 'all notes with their summaries, by topic', mimeType: 'text/markdown' },
    (uri) => page(uri, indexPageOf(session), 'text/markdown'),
  )
  for (const [name, command] of Object.entries({ topics, tags }))
    server.registerResource(
      name,
      `wend://${name}`,
      { title: name, description: `all ${name} with their notes`, mimeType: 'application/json' },
      (uri) => page(uri, listOf(session, name, command), 'application/json'),
    )
  server.registerResource(
    'note',
    new ResourceTemplate('wend://note/{+path}', {
      list: async () => ({ resources: await mostLinked(session) }),
      complete: { path: (begun) => pathsLike(session, begun) },
    }),
    { title: 'A note', description: 'a note by path', mimeType: 'text/markdown' },
    (uri, { path }) => page(uri, noteOf(session, String(path)), 'text/markdown'),
  )
}

async function listOf(session: AgentSession, name: string, command: Command): Promise<Page> {
  const answer = await runForAgent(await session.context(), { command, args: [], options: {} }, { name })
  const data = pageOf(answer, { from: 0, limit: Number.POSITIVE_INFINITY })
  return {
    text: JSON.stringify(data),
    ...('left' in data ? { said: `cut: the tool ${name} goes on with its cursor` } : {}),
  }
}

async function indexPageOf(session: AgentSession): Promise<Page> {
  const { data } = await runForAgent(
    await session.context(),
    { command: indexPage, args: [], options: {} },
    { name: 'text' },
  )
  const all = String(data['text'] ?? '')
  const { text } = fitting(all, 1)
  return { text, ...(text === all ? {} : { said: 'cut: the tool list has all notes, with a cursor' }) }
}

async function noteOf(session: AgentSession, asked: string): Promise<Page> {
  const context = await session.context()
  const path = unescapedName(percentDecode(asked))
  const note = (await context.vault()).note(path)
  if (note === undefined)
    throw new ResourceNotFoundError(
      noteUri(path),
      `no note ${neutralise(path)}; resources/list has some, the tool list all`,
    )
  const all = neutralise(await context.readText(note.path))
  const { text, lines } = fitting(all, 1)
  const [, last] = lines
  const said = `cut at line ${last} of ${all.split('\n').length}: the tool read goes on with lines`
  return { text, ...(text === all ? {} : { said }) }
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
      name: neutralise(path),
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
    .map(({ path }) => neutralise(path))
}

/** The address of a note. */
export function noteUri(path: string): string {
  return `wend://note/${path.split('/').map(encodeURIComponent).join('/')}`
}
