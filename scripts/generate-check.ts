/** Fails when a committed generated file is not what its generator writes now. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { run } from './run.ts'
import { root } from './start/settings.ts'

const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { capture: true })
const isGenerated = (file: string) =>
  /(^|\/)generated\/|\.generated\.\w+$|\.schema\.json$|(^|\/)schema\.graphql$|^docs\/(findings|scoring|roles)\.md$/.test(
    file,
  )
const files = listed.output.split('\n').filter(isGenerated)
const contents = () => new Map(files.map((file) => [file, read(file)]))

const before = contents()
const { code, output } = await run('turbo', ['run', 'generate', '--output-logs=errors-only'], { capture: true })
if (code !== 0) {
  console.error(output)
  process.exit(1)
}
const stale = [...contents()].filter(([file, text]) => text !== before.get(file)).map(([file]) => file)
if (stale.length > 0) {
  console.error(`Out of date, now written anew; commit them:\n  ${stale.join('\n  ')}`)
  process.exit(1)
}
console.log(`${files.length} generated files are up to date.`)

function read(file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return null
  }
}
