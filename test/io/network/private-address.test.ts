import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { withoutPassword } from '../../../src/core/model/without-password.ts'
import { askUrl } from '../../../src/io/network/ask-url.ts'
import { isPrivateAddress } from '../../../src/io/network/private-address.ts'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

describe('an address of this machine or its network', () => {
  test.each([
    ...[
      '127.0.0.1',
      '127.9.9.9',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:7f00:1', '::127.0.0.1', '64:ff9b::10.0.0.1', '2002:7f00:1::', 'localhost', ''],
    // NAT64 of a network's own, Teredo, documentation, and what no host of the internet has.
    ...['64:ff9b:1::7f00:1', '2001:0:7f00:1::', '2001:db8::1', '100::1', '5f00::1', '3fff::1', 'fec0::1', '192.0.2.1'],
    ...['192.88.99.1', '198.51.100.7', '203.0.113.9', '::1.1.1.1'],
    // The last of each range.
    ...['0.255.255.255', '10.255.255.255', '100.127.255.255', '127.255.255.255', '169.254.255.255', '192.168.255.255'],
    ...['192.0.0.255', '198.19.255.255', '239.255.255.255', '192.0.2.255', '192.88.99.255', '3fff:fff:ffff::'],
  ])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  test.each([
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '2606:4700:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
  ])('is not %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })
})

describe('asking web addresses', () => {
  let server: Server
  let base = ''
  let seen: string[] = []
  const patience = { timeoutMs: 30_000, retries: 0, pauseMs: 1, privately: false }
  const accepts = (status: number): boolean => status === 200

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`)
      if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (request.url === '/away') response.writeHead(302, { location: `${base.replace('127', '0x7f')}/ok` }).end()
      else response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'never connects to %s on the word of a vault',
    async (host) => {
      seen = []
      expect(await askUrl(base.replace('127.0.0.1', host), accepts, patience)).toEqual({ unasked: 'private' })
      expect(seen).toEqual([])
    },
  )

  test('follows to no other sort of address, and sends no password', async () => {
    const privately = { ...patience, privately: true }
    expect(await askUrl(`${base}/file`, accepts, privately)).toEqual(
      expect.objectContaining({ reason: 'it leads on to file:, which is not asked' }),
    )
    expect(await askUrl(`${base}/away`, accepts, privately)).toEqual({ status: 200 })
    seen = []
    expect(await askUrl(base.replace('//', '//user:secret@'), accepts, privately)).toEqual({ status: 200 })
    expect(seen).toEqual(['/ '])
  })

  test('check says how many were not asked, asks them when told to, and prints no password', async () => {
    const secret = base.replace('//', '//user:hush@')
    const cwd = makeVault({ 'a.md': `# A\n\n<${base}/ok> and <${secret}/x> and <http://user:hush@nowhere.invalid/>\n` })
    const check = (...args: readonly string[]) => runWend(['check', '--external', '--no-cache', ...args], { cwd })
    const { stdout, stderr, exit } = await check()
    expect(stderr).toContain('2 addresses of this machine or its network are not asked; --private asks them, too')
    expect([exit, stdout]).toEqual([1, expect.stringContaining('user:****@nowhere.invalid')])
    for (const format of ['text', 'json', 'sarif', 'github', 'csv']) {
      const told = await check('--format', format)
      expect(told.stdout + told.stderr).not.toContain('hush')
    }
    expect((await check('--private', '--accept', '200')).stderr).not.toContain('not asked')
    expect((await check('--accept', '')).exit).toBe(2)
    expect((await check('--timeout', '999999999999')).exit).toBe(2)
  })
})

test('passwords are made unreadable letter for letter', () => {
  expect(withoutPassword('see http://u:p@h/ and https://me:a:b@h, not mail a@b or http://u@h')).toBe(
    'see http://u:*@h/ and https://me:***@h, not mail a@b or http://u@h',
  )
})
