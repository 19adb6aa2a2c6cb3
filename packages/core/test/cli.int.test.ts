import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make, makeCa } from './support/certificates.ts'

const main = join(import.meta.dirname, '../src/cli/main.ts')
let server: Server
let dir = ''
let good = ''

beforeAll(async () => {
  const root = await makeCa({ subject: 'CN=Root' })
  const leaf = await make({
    subject: 'CN=localhost',
    dns: ['localhost'],
    by: root,
    key: 'rsa',
    eku: ['1.3.6.1.5.5.7.3.1'],
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 300 * 86_400_000),
  })
  server = createServer({ key: leaf.keyPem, cert: leaf.pem }, (socket) => socket.end()).on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  good = `127.0.0.1:${(server.address() as AddressInfo).port}`
  dir = await mkdtemp(join(tmpdir(), 'sundown-cli-'))
  await writeFile(join(dir, 'root.pem'), root.pem)
})
afterAll(async () => {
  server.close()
  await rm(dir, { recursive: true, force: true })
})

function sundown(
  args: readonly string[],
  interruptAfter?: number,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: dir })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

const named = () => [good, '--server-name', 'localhost', '--trust', 'root.pem']

describe('sundown probe', () => {
  test('prints one JSON report a line and address, and ends with 0 where all is ready', async () => {
    const { code, out } = await sundown(['probe', ...named(), '--json'])
    const [report, ...more] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(report).toMatchObject({
      schema: 'sundown.report/1',
      status: 'OBSERVED',
      verdict: 'READY',
      target: { address: '127.0.0.1' },
    })
    expect(code).toBe(0)
  })

  test('prints a report for people', async () => {
    const { out } = await sundown(['probe', ...named(), '--quick'])
    expect(out).toContain('READY')
    expect(out).toContain('TLSv1.2')
  })

  test('ends with 1 where a target is not ready', async () => {
    expect(await sundown(['probe', good, '--server-name', 'other.example', '--quick'])).toMatchObject({ code: 1 })
  })

  test.each(['127.0.0.1:1', 'no-such-name.invalid'])('ends with 3 where %s could not be told', async (target) => {
    expect(await sundown(['probe', target, '--json'])).toMatchObject({ code: 3 })
  })

  test.each([
    [[]],
    [['--nonsense', 'x']],
    [['x:0']],
    [['x', '--starttls', 'telnet']],
    [['x', '--rate', 'fast']],
    [['x', '--proxy', 'ftp://y']],
  ])('ends with 2 and says why on %j', async (args) => {
    const { code, err, out } = await sundown(['probe', ...args])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.length).toBeGreaterThan(10)
  })

  test('takes the good lines of a half-bad list, and says which are bad', async () => {
    await writeFile(
      join(dir, 'list.txt'),
      `# ours\n${good} server-name=localhost\nbad host\n\nexample.com:99999 # no\n`,
    )
    const { code, out, err } = await sundown([
      'probe',
      '--targets',
      'list.txt',
      '--trust',
      'root.pem',
      '--json',
      '--quick',
    ])
    expect(out.trim().split('\n').length).toBe(1)
    expect(err).toContain('list.txt:3: ')
    expect(err).toContain('list.txt:5: ')
    expect(code).toBe(2)
  })

  test.each([
    ['csv', /^host,|^"?host|,/],
    ['sarif', /"version": "2\.1\.0"/],
    ['junit', /<testsuite/],
  ])('writes %s', async (format, expected) => {
    expect((await sundown(['probe', ...named(), '--quick', '--format', format])).out).toMatch(expected)
  })

  test('asks less of what it is told it knows', async () => {
    const { out } = await sundown(['probe', ...named(), '--json'])
    await writeFile(join(dir, 'before.json'), out)
    const again = JSON.parse((await sundown(['probe', ...named(), '--json', '--previous', 'before.json'])).out)
    expect(again.cost.connections).toBeLessThanOrEqual(12)
    expect(again.protocols).toEqual(JSON.parse(out).protocols)
  })

  test('ends soon and in order on Ctrl-C', async () => {
    const { code } = await sundown(['probe', ...named(), '--rate', '2', '--json'], 2_500)
    expect(code).toBe(130)
  })
})
