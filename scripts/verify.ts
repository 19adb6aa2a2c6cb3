/** `pnpm verify`: everything that needs no database, about a minute; the same in CI. Ends at the first failure's output. */
import { run } from './run.ts'

const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['database client', 'turbo', 'run', 'generate', '--filter=@sundown/db', '--output-logs=errors-only'],
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'turbo', 'run', 'typecheck', '--output-logs=errors-only', '--concurrency=2'],
  ['types of scripts', 'tsc', '-p', 'scripts'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.mjs', 'apps', 'packages', 'scripts'],
  ['unused code', 'knip', '--no-progress'],
  ['generated files', 'node', 'scripts/generate-check.ts'],
  ['unit tests', 'vitest', 'run', '--project', 'unit', '--reporter=dot'],
]

let failed = 0
const from = performance.now()
for (const [title, command, ...args] of steps) {
  const { code, seconds, output } = await run(command, args, { capture: true })
  console.log(`${code === 0 ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)`)
  if (code === 0) continue
  failed += 1
  console.log(output)
}
console.log(
  `${failed === 0 ? 'Verified' : `${failed} of ${steps.length} steps failed`} in ${((performance.now() - from) / 1000).toFixed(0)} s.`,
)
process.exitCode = failed === 0 ? 0 : 1
