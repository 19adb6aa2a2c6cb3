import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, modern13, unobserved } from '../../../test/support/build-facts.ts'
import { deadlinesCommand } from './deadlines.ts'
import { explainCommand } from './explain.ts'
import { judgeCommand } from './judge.ts'

function listen() {
  const heard = { out: '', err: '' }
  const output = {
    out: (text: string) => {
      heard.out += text
    },
    err: (text: string) => {
      heard.err += text
    },
    colour: false,
  }
  return { heard, output }
}
const folder = mkdtempSync(join(tmpdir(), 'judge-'))
const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const judge = async (...args: string[]) => {
  const { heard, output } = listen()
  const code = await judgeCommand(args, output)
  return { code, ...heard }
}
const at = ['--now', '2026-11-23']
const ready = file('ready.json', buildFacts({ versions: { 'TLSv1.2': modern12, 'TLSv1.3': modern13 } }))
const legacy = file('legacy.json', buildFacts({ versions: { 'TLSv1.0': legacySuites, 'TLSv1.2': modern12 } }))
const broken = file('broken.json', buildFacts({ versions: { 'TLSv1.0': legacySuites } }))
const lost = file('lost.json', unobserved('TIMED_OUT', 'timed-out'))

test.each([
  [ready, 0, 'READY'],
  [legacy, 0, 'LEGACY_ENABLED'],
  [broken, 1, 'NOT_READY'],
  [lost, 3, 'UNKNOWN'],
])('judge %s ends with %i', async (path, code, verdict) => {
  const heard = await judge(path, ...at)
  expect(heard.code).toBe(code)
  expect(heard.out).toContain(verdict)
  expect(heard.out.split('\n')[0]).toMatch(/^\w+\.json$/)
})

test('judges by another policy, as JSON that can be judged again', async () => {
  const first = await judge(ready, ...at, '--policy', 'nist-800-52r2', '--format', 'json')
  const report = JSON.parse(first.out)
  expect(report).toMatchObject({ schema: 'sundown.report/1', policyId: 'nist-800-52r2@2026-11-24', conforms: false })
  const again = await judge(file('report.json', first.out), ...at, '--format', 'json')
  expect(JSON.parse(again.out)).toMatchObject({ policyId: 'microsoft-365@2026-11-24', verdict: 'READY' })
})

test('judges one document per line, and the worst decides the exit code', async () => {
  const lines = file(
    'lines.ndjson',
    [broken, ready]
      .map((_path, index) =>
        JSON.stringify(buildFacts({ versions: index ? { 'TLSv1.2': modern12 } : { 'TLSv1.0': legacySuites } })),
      )
      .join('\n'),
  )
  const heard = await judge(lines, ...at, '--format', 'csv')
  expect(heard.code).toBe(1)
  expect(heard.out).toContain('NOT_READY')
  expect(heard.out).toContain(',READY,')
})

test('what-if tells verdicts and broken clients before anything is touched', async () => {
  const heard = await judge(legacy, ...at, '--what-if', 'off=TLSv1.0,TLSv1.1')
  expect(heard.code).toBe(0)
  expect(heard.out).toMatch(/Now: +Ready, legacy still on/)
  expect(heard.out).toMatch(/Then: +Ready \(READY\)/)
  expect(heard.out).toContain('Outlook 2010 to 2016 on Windows 7 without KB3140245: no version in common')
  const json = await judge(legacy, ...at, '--what-if', 'off=TLSv1.2', '--format', 'json')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({ before: { verdict: 'LEGACY_ENABLED' }, after: { verdict: 'NOT_READY' } })
})

test.each([
  [[], 'Which file?'],
  [['nowhere.json'], 'Cannot read nowhere.json'],
  [[ready, '--policy', 'mine'], 'There is no policy mine.'],
  [[ready, '--role', 'outbound'], 'The role is one of'],
  [[ready, '--now', 'yesterday'], 'is not a date'],
  [[ready, '--colour'], "Unknown option '--colour'"],
  [[ready, '--what-if', 'off=TLSv9'], 'TLSv9 is not a version'],
  [[ready, '--what-if', 'toString=1'], 'What is the change'],
  [[ready, '--what-if', 'deadline=nothing:2027-01-01'], 'There is no deadline nothing.'],
  [[ready, '--what-if', 'certificate=soon'], 'is not a date'],
  [[ready, '--what-if', 'off=TLSv1.0', '--format', 'csv'], 'text or JSON'],
])('wrong use %j is answered by a sentence and 2', async (args, sentence) => {
  const heard = await judge(...args)
  expect(heard.code).toBe(2)
  expect(heard.err).toContain(sentence)
  expect(heard.out).toBe('')
})

test.each([
  ['empty', '', 'it is empty'],
  ['text', 'hello', 'line 1 is not JSON'],
  ['other', '{"schema":"other/1"}', 'document 1: it is neither sundown.facts/1 nor sundown.report/1'],
  ['half', '{"schema":"sundown.facts/1","status":"FINE"}', 'document 1: status:'],
])('a file that is %s is refused with its place', async (name, content, sentence) => {
  const heard = await judge(file(`${name}.bad`, content))
  expect(heard.code).toBe(2)
  expect(heard.err).toContain(sentence)
})

test('explains a rule in either language, and lists them all', () => {
  const one = listen()
  expect(explainCommand(['accepts-tls-1-0', '--language', 'da'], one.output)).toBe(0)
  expect(one.heard.out).toContain('TLS 1.0 afvises')
  expect(one.heard.out).toContain('microsoft-365@2026-11-24: medium, 8 points')
  const all = listen()
  expect(explainCommand([], all.output)).toBe(0)
  expect(all.heard.out.split('\n').length).toBeGreaterThan(60)
})

test('gives the exact steps for a stack, and says which stacks there are', () => {
  const { heard, output } = listen()
  expect(explainCommand(['accepts-tls-1-0', '--stack', 'nginx'], output)).toBe(0)
  expect(heard.out).toContain('ssl_protocols TLSv1.2 TLSv1.3;')
  expect(heard.out).toContain('tested with the real server')
  expect(heard.out).not.toContain('SCHANNEL')
  const wrong = listen()
  expect(explainCommand(['accepts-tls-1-0', '--stack', 'toaster'], wrong.output)).toBe(2)
  expect(wrong.heard.err).toContain('The stack is one of windows-server')
})

test('a rule that is not there is answered with near ones', () => {
  const { heard, output } = listen()
  expect(explainCommand(['tls-1-0'], output)).toBe(2)
  expect(heard.err).toContain('Did you mean accepts-tls-1-0?')
})

test('lists the deadlines of a cloud, with history on demand', () => {
  const plain = listen()
  expect(deadlinesCommand(['--cloud', 'gcc-high', ...at], plain.output)).toBe(0)
  expect(plain.heard.out).toContain('2020-01-15  blocked')
  expect(plain.heard.out).not.toContain('2018-03-01')
  const history = listen()
  deadlinesCommand(['--history', '--json', ...at], history.output)
  const records = history.heard.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(records.find((record) => record.id === 'office-365-unsupported-2018-03')?.supersededBy).toBe(
    'office-365-unsupported',
  )
  expect(records.at(-1)).toMatchObject({ id: 'earliest-possible', date: '2027-05-23' })
})

test('an unknown cloud is wrong use', () => {
  const { heard, output } = listen()
  expect(deadlinesCommand(['--cloud', 'mars'], output)).toBe(2)
  expect(heard.err).toContain('The cloud is one of worldwide')
})
