/**
 * `pnpm audit:dependencies`: asks the registry for known weaknesses of what is used, and fails for grave ones that nobody
 * looked at. Where the registry does not answer, it says so and passes: a machine without a network can still be checked.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './start/settings.ts'

export interface AuditException {
  /** Number of the advisory, for instance GHSA-xxxx-xxxx-xxxx. */
  readonly id: string
  readonly reason: string
  /** Day after which it must be looked at again. */
  readonly until: string
}

interface Advisory {
  readonly github_advisory_id?: string
  readonly id?: number | string
  readonly module_name?: string
  readonly severity?: string
  readonly title?: string
  readonly url?: string
}

export type AuditVerdict =
  | { readonly state: 'clean' | 'unanswered' }
  | { readonly state: 'found'; readonly lines: readonly string[] }

/** What the answer of `pnpm audit --json` means. */
export function auditVerdict(
  { stdout }: { readonly code: number | null; readonly stdout: string },
  exceptions: readonly AuditException[],
  today: string,
): AuditVerdict {
  const advisories = advisoriesIn(stdout)
  if (advisories === null) return { state: 'unanswered' }
  const lines = advisories
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .filter((one) => !exceptions.some(({ id, until }) => id === idOf(one) && until >= today))
    .map((one) => `${one.severity}: ${one.module_name}: ${one.title} (${idOf(one)}, ${one.url})`)
  return lines.length === 0 ? { state: 'clean' } : { state: 'found', lines }
}

const idOf = ({ github_advisory_id, id }: Advisory) => github_advisory_id ?? String(id)

function advisoriesIn(stdout: string): Advisory[] | null {
  try {
    const { advisories } = JSON.parse(stdout) as { advisories?: Record<string, Advisory> }
    return advisories ? Object.values(advisories) : null
  } catch {
    return null
  }
}

async function main(): Promise<number> {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string }
  const exceptions = JSON.parse(
    readFileSync(join(root, 'scripts/dependency-exceptions.json'), 'utf8'),
  ) as AuditException[]
  const child = spawn('npx', ['-y', packageManager, 'audit', '--json'], {
    cwd: root,
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  const verdict = auditVerdict({ code, stdout }, exceptions, new Date().toISOString().slice(0, 10))
  if (verdict.state === 'unanswered') console.log('Known weaknesses: skipped, the registry answers no audit here.')
  if (verdict.state === 'clean') console.log('Known weaknesses: none that is grave.')
  if (verdict.state === 'found') console.log(`Known weaknesses:\n${verdict.lines.join('\n')}`)
  return verdict.state === 'found' ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
