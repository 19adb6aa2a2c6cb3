import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildFacts, legacySuites, modern12, unobserved } from '../../test/support/build-facts.ts'
import type { Facts } from '../facts.ts'
import { judge } from '../judge.ts'
import { microsoft365 } from '../policy/index.ts'
import { factsSchema } from './facts-schema.ts'
import { makeReport, toCsv, toJson, toJunit, toSarif, toText } from './index.ts'
import { reportSchema } from './report-schema.ts'

const now = new Date('2026-11-23T12:00:00Z')
const target = {
  host: 'mail.example.com',
  port: 443,
  serverName: 'mail.example.com',
  starttls: null,
  address: '192.0.2.1',
}
const reportOf = (facts: Facts) =>
  makeReport({
    target,
    facts,
    cost: { connections: 71, milliseconds: 310 },
    judgement: judge(facts, { role: 'inbound', policy: microsoft365, now, serverName: target.serverName }),
  })
const mixed = reportOf(buildFacts({ versions: { 'TLSv1.0': legacySuites, 'TLSv1.2': [...modern12, 'RSA_3DES'] } }))
const fixtures = join(import.meta.dirname, '../../fixtures')

test('a report has the fields that integrators read', () => {
  const parsed = JSON.parse(toJson(mixed))
  expect(Object.keys(parsed).slice(0, 4)).toEqual(['schema', 'target', 'status', 'reason'])
  expect(parsed).toMatchObject({
    schema: 'sundown.report/1',
    target,
    status: 'OBSERVED',
    reason: null,
    cost: { connections: 71, milliseconds: 310 },
    verdict: 'LEGACY_ENABLED',
  })
  expect(parsed.protocols[2]).toMatchObject({ version: 'TLSv1.0', offered: true, reason: null, preference: 'SERVER' })
  expect(parsed.protocols[4].cipherSuites[0]).toEqual({ id: 0xc030, name: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' })
  expect(parsed.groups[0]).toEqual({ id: 29, name: 'x25519', versions: ['TLSv1.0', 'TLSv1.2'] })
  expect(toJson(mixed)).not.toContain('\n')
})

test.each(readdirSync(join(fixtures, 'reports')))('the sample report %s still parses', (name) => {
  const sample = JSON.parse(readFileSync(join(fixtures, 'reports', name), 'utf8'))
  expect(reportSchema.safeParse(sample).error).toBeUndefined()
})

test.each(readdirSync(join(fixtures, 'facts')))('the stored facts %s still parse', (name) => {
  const facts = JSON.parse(readFileSync(join(fixtures, 'facts', name), 'utf8'))
  expect(factsSchema.safeParse(facts).error).toBeUndefined()
})

test('a report that lost a field is refused with its place', () => {
  const { verdict: _verdict, ...rest } = mixed
  const parsed = reportSchema.safeParse(rest)
  expect(parsed.error?.issues[0]?.path).toEqual(['verdict'])
})

test('the text names the verdict, what failed and what to do, in the reader’s language', () => {
  const english = toText(mixed)
  expect(english).toContain('mail.example.com:443 (192.0.2.1)')
  expect(english).toContain('LEGACY_ENABLED')
  expect(english).toContain('accepts-tls-1-0 (medium −8)')
  expect(english).toContain('→ Find the clients that still use TLS 1.0')
  expect(english).not.toContain('\u001b[')
  expect(toText(mixed, { locale: 'da' })).toContain('TLS 1.0 accepteres stadig')
  expect(toText(mixed, { colour: true })).toContain('\u001b[33m')
})

test('the text says which of Microsoft’s services would connect, and which dates concern the endpoint', () => {
  const text = toText(mixed)
  expect(text).toMatch(/Azure Front Door +yes, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384/)
  expect(text).toContain('2027-05-23 (in 181 days)  Microsoft 365: No block is announced.')
  expect(toText(reportOf(buildFacts({ versions: { 'TLSv1.0': legacySuites } })))).toMatch(
    /Entra ID +no: no version in common/,
  )
})

test('an address that was not reached says so once', () => {
  const text = toText(reportOf(unobserved('TIMED_OUT', 'timed-out')))
  expect(text).toContain('did not answer in time: there was no answer in time')
  expect(text).not.toContain('offers-tls-1-2')
})

test('a hostile certificate name cannot paint the terminal', () => {
  const facts = buildFacts({ versions: { 'TLSv1.2': modern12 }, certificate: { subject: 'CN=\u001b[31mred\u202egnp' } })
  expect(toText(reportOf(facts))).toContain('CN=�[31mred�gnp')
})

test('CSV quotes what it must and defuses formulas', () => {
  const facts = buildFacts({ versions: { 'TLSv1.0': legacySuites } })
  const csv = toCsv([{ ...reportOf(facts), target: { ...target, host: '=cmd|1' } }])
  const rows = csv.split('\r\n')
  expect(rows[0]).toBe(
    'host,port,server_name,starttls,address,status,verdict,score,policy,judged_at,rule,outcome,severity,cost,detail',
  )
  expect(rows[1]?.startsWith("'=cmd|1,443,mail.example.com,,192.0.2.1,OBSERVED,NOT_READY,0,")).toBe(true)
  expect(rows.filter((row) => row.includes(',fail,')).length).toBeGreaterThan(3)
})

test('SARIF names every rule once and results by level', () => {
  const log = JSON.parse(JSON.stringify(toSarif([mixed])))
  expect(log).toMatchObject({ version: '2.1.0' })
  const { rules } = log.runs[0].tool.driver
  expect(new Set(rules.map((rule: { id: string }) => rule.id)).size).toBe(rules.length)
  expect(log.runs[0].results).toContainEqual(
    expect.objectContaining({ ruleId: 'accepts-tls-1-0', kind: 'fail', level: 'warning' }),
  )
  for (const result of log.runs[0].results) expect(result.kind === 'fail' || result.level === 'none').toBe(true)
})

test('JUnit counts failures and escapes what XML cannot carry', () => {
  const xml = toJunit([{ ...mixed, target: { ...target, host: 'a<b>&"c' } }])
  expect(xml).toContain('name="a&lt;b&gt;&amp;&quot;c:443 (192.0.2.1)"')
  const failures = mixed.findings.filter((finding) => finding.outcome === 'fail' && finding.severity !== 'info').length
  expect(xml).toContain(`failures="${failures}"`)
  expect(xml.match(/<failure /g)).toHaveLength(failures)
})
