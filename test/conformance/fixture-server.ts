import {
  createMcpHandler,
  fromJsonSchema,
  type GetPromptResult,
  McpServer,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { setTimeout as pause } from 'node:timers/promises'
import { listenLocally } from '../../src/servers/mcp/local-http.ts'

// The tools, resources and prompts that the scenarios of the official conformance suite call, on the transport of `wend mcp --http`:
// `npm run conformance` starts it. What they do is said by the suite, scenario by scenario. What asks the client back while a tool runs
// (sampling, elicitation) is not there: on this transport each request of the older protocol stands alone, and `wend mcp` asks nothing.

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const sound = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA=='

const text = (words: string) => ({ type: 'text' as const, text: words })
const image = { type: 'image' as const, data: pixel, mimeType: 'image/png' }
const resource = (uri: string, words: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType: 'text/plain', text: words },
})

function makeServer(): McpServer {
  const server = new McpServer(
    { name: 'wend-conformance', version: '1.0.0' },
    { capabilities: { logging: {}, completions: {}, resources: { subscribe: true } } },
  )
  addTools(server)
  addResources(server)
  addPrompts(server)
  return server
}

function addTools(server: McpServer): void {
  const plain = (name: string, work: (context: ServerContext) => object | Promise<object>): void => {
    server.registerTool(name, { description: name }, async (context) => (await work(context)) as never)
  }
  plain('test_simple_text', () => ({ content: [text('This is a simple text response for testing.')] }))
  plain('test_image_content', () => ({ content: [image] }))
  plain('test_audio_content', () => ({ content: [{ type: 'audio', data: sound, mimeType: 'audio/wav' }] }))
  plain('test_embedded_resource', () => ({
    content: [resource('test://embedded-resource', 'This is an embedded resource content.')],
  }))
  plain('test_multiple_content_types', () => ({
    content: [text('Multiple content types test:'), image, resource('test://mixed-content-resource', 'mixed')],
  }))
  plain('test_error_handling', () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  plain('test_tool_with_logging', async ({ mcpReq }) => {
    for (const words of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await mcpReq.log('info', words)
      await pause(50)
    }
    return { content: [text('logged')] }
  })
  plain('test_tool_with_progress', async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } })
      await pause(50)
    }
    return { content: [text('done')] }
  })
  server.registerTool(
    'json_schema_2020_12_tool',
    {
      description: 'Tool with JSON Schema 2020-12 features',
      inputSchema: fromJsonSchema({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        $defs: {
          address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } },
        },
        properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
        additionalProperties: false,
      }),
    },
    () => ({ content: [text('ok')] }),
  )
}

function addResources(server: McpServer): void {
  const fixed = (name: string, mimeType: string, content: { text: string } | { blob: string }): void => {
    server.registerResource(name, `test://${name}`, { mimeType }, ({ href }) => ({
      contents: [{ uri: href, mimeType, ...content }],
    }))
  }
  fixed('static-text', 'text/plain', { text: 'This is the content of the static text resource.' })
  fixed('static-binary', 'image/png', { blob: pixel })
  fixed('watched-resource', 'text/plain', { text: 'Watched' })
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined })
  server.registerResource('template', template, { mimeType: 'application/json' }, ({ href }, { id }) => ({
    contents: [{ uri: href, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true }) }],
  }))
  const none = () => Promise.resolve({})
  server.server.setRequestHandler('resources/subscribe', none)
  server.server.setRequestHandler('resources/unsubscribe', none)
}

function addPrompts(server: McpServer): void {
  const user = (...content: readonly object[]): GetPromptResult =>
    ({ messages: content.map((one) => ({ role: 'user', content: one })) }) as GetPromptResult
  const strings = (...names: readonly string[]) =>
    fromJsonSchema<Record<string, string>>({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      required: [...names],
    })
  server.registerPrompt('test_simple_prompt', {}, () => user(text('This is a simple prompt for testing.')))
  server.registerPrompt('test_prompt_with_arguments', { argsSchema: strings('arg1', 'arg2') }, ({ arg1, arg2 }) =>
    user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)),
  )
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { argsSchema: strings('resourceUri') },
    ({ resourceUri = '' }) => user(resource(resourceUri, 'Embedded'), text('Please process the resource above.')),
  )
  server.server.setRequestHandler('completion/complete', () => ({ completion: { values: [], hasMore: false } }))
  server.registerPrompt('test_prompt_with_image', {}, () => user(image, text('Please analyze the image above.')))
}

await listenLocally(createMcpHandler(makeServer), {
  port: 0,
  token: undefined,
  onReady: (address) => process.stderr.write(`${address}\n`),
})
