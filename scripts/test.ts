/**
 * `pnpm test`: unit and integration tests (Vitest), then the browser journeys (Playwright) against the product as
 * `pnpm start` runs it. Ends with one line that counts all of them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { run } from './run.ts'
import { root } from './start/settings.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

const folder = mkdtempSync(join(tmpdir(), 'sundown-test-'))
const total: Count = { passed: 0, failed: 0, skipped: 0 }
let broken = false

try {
  await must('turbo', ['run', 'generate', '--filter=@sundown/db', '--output-logs=errors-only'])
  await suite(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(folder, 'v.json')}`],
    vitestCount,
  )
  await must('turbo', ['run', 'build', '--filter=@sundown/web', '--output-logs=errors-only'])
  await suite(
    join(root, 'apps/web/node_modules/.bin/playwright'),
    ['test', '--config', 'apps/web/playwright.config.ts'],
    playwrightCount,
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'p.json'),
    },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = broken || total.failed > 0 || total.passed === 0 ? 1 : 0

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code } = await run(command, args)
  if (code !== 0) process.exit(code)
}

/** A suite that ran nothing is broken, whatever its exit code says. */
async function suite(
  command: string,
  args: readonly string[],
  countOf: () => Count,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { code } = await run(command, args, { env })
  let count: Count = { passed: 0, failed: 0, skipped: 0 }
  try {
    count = countOf()
  } catch (error) {
    console.error(`${command} left no result: ${(error as Error).message}`)
  }
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  if (code !== 0 || count.passed === 0) broken = true
}

function vitestCount(): Count {
  const result = JSON.parse(readFileSync(join(folder, 'v.json'), 'utf8'))
  return {
    passed: result.numPassedTests,
    failed:
      result.numFailedTests +
      result.testResults.filter((file: VitestFile) => file.status === 'failed' && file.assertionResults.length === 0)
        .length,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  }
}

interface VitestFile {
  readonly status: string
  readonly assertionResults: readonly unknown[]
}

function playwrightCount(): Count {
  const { stats } = JSON.parse(readFileSync(join(folder, 'p.json'), 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
