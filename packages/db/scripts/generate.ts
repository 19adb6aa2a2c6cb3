/** Generates the Prisma client and the Pothos types into gen/, and does nothing where their inputs are unchanged. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'gen/inputs.sha256')
const stamp = await hashOfInputs()

if ((await readFile(stampFile, 'utf8').catch(() => null)) !== stamp) {
  const bin = join(root, 'node_modules/.bin')
  const result = spawnSync(join(bin, 'prisma'), ['generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [bin, process.env.PATH].join(delimiter),
      // The schema engine would be fetched from the internet, and generating does not use it.
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  })
  if (result.status !== 0) {
    process.stderr.write(result.error?.message ?? `${result.stdout}${result.stderr}`)
    process.exit(1)
  }
  await mkdir(join(root, 'gen'), { recursive: true })
  await writeFile(stampFile, stamp)
}

async function hashOfInputs(): Promise<string> {
  const models = (await readdir(join(root, 'prisma/models'))).sort().map((file) => join('prisma/models', file))
  const hash = createHash('sha256')
  for (const file of ['prisma.config.ts', 'scripts/generate.ts', 'prisma/schema.prisma', ...models]) {
    hash.update(file).update(await readFile(join(root, file)))
  }
  for (const name of ['prisma', '@prisma/client', '@pothos/plugin-prisma']) {
    hash.update(await versionOf(name))
  }
  return hash.digest('hex')
}

async function versionOf(name: string): Promise<string> {
  const file = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.map((folder) => join(folder, name, 'package.json'))
  for (const candidate of file ?? []) {
    const text = await readFile(candidate, 'utf8').catch(() => null)
    if (text !== null) return `${name}@${(JSON.parse(text) as { version: string }).version}`
  }
  throw new Error(`${name} is not installed`)
}
