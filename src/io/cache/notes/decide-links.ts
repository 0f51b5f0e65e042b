import type { Link } from '../../../core/model/link.ts'
import type { Attachment, Note } from '../../../core/model/note.ts'
import { Vault } from '../../../core/vault/vault.ts'
import { fileExists } from '../../files/file-exists.ts'
import type { Asked, Decided } from './note-codec.ts'

/** What links are decided by. */
export interface LinkWorld {
  readonly root: string
  readonly notes: readonly Note[]
  readonly attachments: readonly Attachment[]
  /** A vault with the same names, whose index of them serves here too. */
  readonly sameNames?: Vault
}

/** Decides what links point at and records what each decision asked of the file system. */
export function linkDecider({ root, ...content }: LinkWorld): (note: Note, link: Link) => Decided {
  let asked: Asked[] = []
  const exists = (path: string): boolean => {
    const existed = fileExists(root, path)
    asked.push([path, existed])
    return existed
  }
  const vault = new Vault({ ...content, exists })
  return (note, link) => {
    asked = []
    const resolution = vault.resolve(note, link)
    return { resolution, asked }
  }
}
