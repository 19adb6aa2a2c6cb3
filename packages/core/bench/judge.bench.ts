/** How long judging and simulating take: median over batches, one core, no connection. `pnpm bench:judge`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clients, simulateClients } from '../src/clients/index.ts'
import type { Facts } from '../src/facts.ts'
import { judge } from '../src/judge.ts'
import { microsoft365 } from '../src/policy/index.ts'

const folder = join(import.meta.dirname, '../fixtures/facts')
const all = readdirSync(folder).map((name): Facts => JSON.parse(readFileSync(join(folder, name), 'utf8')))
const now = new Date('2026-11-23T12:00:00Z')
const sixty = clients.slice(0, 60)

/** Median milliseconds per call over 40 batches, after as many for warming up. */
function measure(batch: number, work: (facts: Facts) => unknown): number {
  const times: number[] = []
  for (let round = 0; round < 80; round++) {
    const start = performance.now()
    for (let i = 0; i < batch; i++) work(all[i % all.length] as Facts)
    if (round >= 40) times.push((performance.now() - start) / batch)
  }
  return times.toSorted((a, b) => a - b)[20] ?? Number.NaN
}

const rows = [
  {
    what: 'judge one endpoint under one policy',
    goal: 0.2,
    milliseconds: measure(400, (facts) =>
      judge(facts, { role: 'inbound', policy: microsoft365, now, serverName: 'mail.example.com' }),
    ),
  },
  { what: 'simulate 60 clients', goal: 1, milliseconds: measure(200, (facts) => simulateClients(facts, sixty)) },
  {
    what: `simulate all ${clients.length} clients`,
    goal: null,
    milliseconds: measure(200, (facts) => simulateClients(facts)),
  },
]

for (const { what, goal, milliseconds } of rows) {
  const against = goal === null ? '' : `  (goal ${goal} ms)`
  process.stdout.write(`${milliseconds.toFixed(4)} ms  ${what}${against}\n`)
}
if (rows.some(({ goal, milliseconds }) => goal !== null && milliseconds > goal)) process.exitCode = 1
