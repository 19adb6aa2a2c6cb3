import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'sundown-exit-'))
const preload = join(import.meta.dirname, 'exit-with-parent.ts')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(name: string, source: string) {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, source)
  return spawn(process.execPath, ['--import', preload, file], {
    env: { ...process.env, SUNDOWN_EXIT_WITH_PARENT: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

test('a child ends when its launcher is gone, though it would have gone on for ever', async () => {
  const child = run('steady', `setInterval(() => {}, 1_000); process.send('up')`)
  await once(child, 'message')
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
})

test('what a child forks with the same preload lives by its own channel, as the portal in development does', async () => {
  const grandchild = join(folder, 'grandchild.mjs')
  writeFileSync(grandchild, `process.on('message', () => process.send('answered', () => process.exit()))`)
  const child = run(
    'forks',
    `import { fork } from 'node:child_process'
     const below = fork(${JSON.stringify(grandchild)})
     below.on('message', (words) => process.send(words))
     below.on('exit', () => process.exit())
     setTimeout(() => below.send('are you there?', () => {}), 1_000)`,
  )
  const said: unknown[] = []
  child.on('message', (words) => said.push(words))
  await once(child, 'exit')
  expect(said).toEqual(['answered'])
})
