/** Writes every generated file; `--check` only says which are out of date, with exit code 1. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generatedFiles } from './generated-docs.ts'

const root = join(import.meta.dirname, '../../..')
const check = process.argv.includes('--check')

for (const { path, content } of generatedFiles()) {
  const target = join(root, path)
  const present = await readFile(target, 'utf8').catch(() => null)
  if (present === content) continue
  if (check) {
    process.stderr.write(`${path} is out of date; run pnpm generate\n`)
    process.exitCode = 1
  } else {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
    process.stdout.write(`${path}\n`)
  }
}
