import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  type Position,
  type Range,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver/node'
import type { Context } from '../../commands/command.ts'
import { type Failure, FailureError } from '../../core/model/failure.ts'
import { isCanvasFile } from '../../core/model/note-path.ts'
import type { Span } from '../../core/model/span.ts'
import { failureMessage } from '../../view/failure-message.ts'
import { neutralise } from '../../view/neutralise.ts'
import { OpenDocuments } from './open-documents.ts'
import { defaultSettings, type LspSettings } from './settings.ts'
import { type Subject, Workspace } from './workspace.ts'
import { type EditAbilities, editAbilities } from './change/workspace-edit.ts'

/** The state shared with one editor. */
export class LspSession {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly documents = new OpenDocuments((text) => this.workspace.positions(text))
  client: ClientCapabilities = {}
  settings: LspSettings = defaultSettings

  /** `changed` is called when files changed outside the editor. */
  constructor(connection: Connection, context: Context, changed: () => void) {
    this.connection = connection
    this.workspace = new Workspace(context, { changed, failed: (failure) => this.#say(failure) })
  }

  get abilities(): EditAbilities {
    return editAbilities(this.client)
  }

  /** Whether the editor pulls problems itself. */
  get pulls(): boolean {
    return this.client.textDocument?.diagnostic !== undefined
  }

  /** Answers a request about a note or a canvas; null where there is neither. */
  readonly onDocument = <T>(
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    answer: (subject: Subject) => T | Promise<T>,
  ): Promise<T | null> =>
    inWords(async () => {
      const subject = await this.workspace.subject(params.textDocument.uri)
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
      return subject === undefined ? null : answer(subject)
    })

  /** Answers a request about the markdown of a note, of which a canvas has none; null where there is no note. */
  readonly onNote = <T>(
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    answer: (subject: Subject) => T | Promise<T>,
  ): Promise<T | null> =>
    this.onDocument(params, token, (subject) => (isCanvasFile(subject.note.path) ? null : answer(subject)))

  /** Tells the editor why a vault can't be read, but not that a folder is no vault, which the person knows. */
  #say(failure: Failure): void {
    const message = failureMessage(failure).lines.map(neutralise).join('; ')
    if (failure.kind === 'refused') this.connection.console.info(message)
    else void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
  }
}

/** Runs a request. A refusal becomes an error with wend's message, and later requests still work. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    throw new ResponseError(ErrorCodes.InvalidRequest, failureMessage(error.failure).lines.join('; '))
  }
}

/** The offset of a position in the text of a note. */
export function offsetOf({ positions }: Subject, position: Position): number {
  return positions.offset(position)
}

/** The offsets of a range in the text of a note. */
export function spanOf({ positions }: Subject, { start, end }: Range): Span {
  return { start: positions.offset(start), end: positions.offset(end) }
}
