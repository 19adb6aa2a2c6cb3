/** Long fuzzing: `node fuzz/main.ts [--seconds 60] [--seed 1] [--target NAME]`; exit code 1 where something broke. */
import { parseArgs } from 'node:util'
import { make } from '../test/support/certificates.ts'
import { tryInput } from './fuzz.ts'
import { fuzzTargets } from './targets.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() >>> 0) },
    target: { type: 'string' },
  },
})
const made = await make({ subject: 'CN=server.example', dns: ['server.example'] })
const all = await fuzzTargets({ cert: made.pem, key: made.keyPem })
const targets = values.target === undefined ? all : all.filter(({ name }) => name === values.target)
const end = Date.now() + Number(values.seconds) * 1000
let seed = Number(values.seed)
let inputs = 0
let crashes = 0
console.log(`${targets.length} targets from seed ${seed}`)
while (Date.now() < end && crashes < 20) {
  for (const target of targets) {
    const crash = await tryInput(target, seed, 2000)
    inputs += 1
    if (!crash) continue
    crashes += 1
    console.log(`${crash.target} --seed ${crash.seed}\n${crash.input}\n${crash.error}\n`)
  }
  seed += 1
}
console.log(`${inputs} inputs, ${crashes} broken`)
process.exit(crashes > 0 || targets.length === 0 ? 1 : 0)
