import { beforeAll, expect, test } from 'vitest'
import type { Crash } from '../fuzz/fuzz.ts'
import { tryInput } from '../fuzz/fuzz.ts'
import type { FuzzTarget } from '../fuzz/targets.ts'
import { fuzzTargets } from '../fuzz/targets.ts'
import { make } from './support/certificates.ts'

let targets: readonly FuzzTarget[]
beforeAll(async () => {
  const made = await make({ subject: 'CN=server.example', dns: ['server.example'] })
  targets = await fuzzTargets({ cert: made.pem, key: made.keyPem })
})

test('no damaged bytes of a peer break a parser, in a run that is the same each time', async () => {
  const crashes: Crash[] = []
  for (const target of targets) {
    for (let seed = 1; seed <= 150; seed += 1) {
      const crash = await tryInput(target, seed, 2000)
      if (crash) crashes.push(crash)
    }
  }
  expect(crashes).toEqual([])
}, 60_000)

test('every target takes its own good bytes', async () => {
  for (const target of targets) for (const seed of target.seeds) await target.run(seed, () => 0.5)
  expect(targets.length).toBeGreaterThan(20)
})
