import { holdInterrupts } from './hold-interrupts.ts'

/** All of standard input as text. */
export async function readStdin(stdin: NodeJS.ReadStream): Promise<string> {
  const release = holdInterrupts()
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  release()
  return Buffer.concat(chunks).toString('utf8')
}
