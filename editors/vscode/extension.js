// Starts `wend lsp` for markdown files and shows what it says. All that is known of notes is known there.
const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

let client

exports.activate = async (context) => {
  const [command, ...args] = vscode.workspace.getConfiguration('wend').get('command')
  client = new LanguageClient(
    'wend',
    'wend',
    { command, args },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', pattern: '**/*.canvas' },
      ],
    },
  )
  const on = (name, work) => context.subscriptions.push(vscode.commands.registerCommand(name, work))
  on('wend.showReferences', showReferences)
  on('wend.openDaily', () => run('wend.daily', {}))
  on('wend.newNote', () => ask('Title of the new note', (title) => run('wend.new', { title })))
  on('wend.addThought', () => ask('What to keep', (text) => run('wend.add', { text })))
  on('wend.searchNotes', () => ask('What are you looking for?', search))
  await client.start()
}

exports.deactivate = () => client?.stop()

/** Has the server run a command for the vault of the note that is open. */
function run(command, said) {
  const uri = vscode.window.activeTextEditor?.document.uri.toString()
  return client.sendRequest('workspace/executeCommand', { command, arguments: [{ ...said, ...(uri ? { uri } : {}) }] })
}

async function ask(prompt, then) {
  const said = await vscode.window.showInputBox({ prompt })
  if (said) await then(said)
}

async function search(query) {
  const hits = await run('wend.search', { query, limit: 50 })
  const chosen = await vscode.window.showQuickPick(
    hits.map(({ title, summary, path, absPath }) => ({ label: title, description: path, detail: summary, absPath })),
    { matchOnDescription: true, matchOnDetail: true },
  )
  if (chosen) await vscode.window.showTextDocument(vscode.Uri.file(chosen.absPath))
}

/** A lens names places as the protocol has them; the editor's own command wants its own kind. */
function showReferences(uri, position, locations) {
  const { protocol2CodeConverter: as } = client
  return vscode.commands.executeCommand(
    'editor.action.showReferences',
    as.asUri(uri),
    as.asPosition(position),
    locations.map((one) => as.asLocation(one)),
  )
}
