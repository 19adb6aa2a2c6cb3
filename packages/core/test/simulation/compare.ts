/** Real handshakes of real clients with real servers, beside what is computed from facts. */
import { spawn } from 'node:child_process'
import { type Simulation, simulate } from '../../src/clients/index.ts'
import type { Facts } from '../../src/facts.ts'
import { versionName } from '../../src/wire/registry/protocol-version.ts'
import { negotiatedVersion } from '../../src/wire/server-hello.ts'
import type { ClientStack } from './client-stacks.ts'
import { profileOfHello } from './profile-of-hello.ts'
import type { Passage, Tap } from './tap.ts'

export interface Comparison {
  readonly client: string
  readonly server: string
  readonly computed: string
  readonly real: string
  readonly agrees: boolean
}

export async function compare(
  client: ClientStack,
  server: { readonly name: string; readonly port: number; readonly facts: Facts },
  tap: Tap,
): Promise<Comparison | null> {
  tap.aim(server.port)
  tap.take()
  await runClient(client, tap.port)
  const passages = tap.take()
  const passage = passages.find((one) => one.completed) ?? passages.find((one) => one.hello !== null)
  if (!passage?.hello) return null
  const seen = profileOfHello(client.name, passage.hello, client.oldest)
  const profile = { ...seen, dhBits: { min: client.minDhBits ?? null, max: null } }
  const computed = words(simulate(profile, server.facts))
  const real = realWords(passage)
  return { client: client.name, server: server.name, computed, real, agrees: computed === real }
}

function words(simulation: Simulation): string {
  if (simulation.outcome === 'connects') return `${simulation.version} 0x${simulation.cipherSuite.id.toString(16)}`
  return simulation.outcome === 'fails' ? 'fails' : `unknown ${simulation.reason}`
}

function realWords({ answer, completed }: Passage): string {
  if (!answer || !completed) return 'fails'
  return `${versionName(negotiatedVersion(answer))} 0x${answer.cipherSuite.toString(16)}`
}

function runClient({ command, args, input, env }: ClientStack, port: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args(port)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, ...env },
      detached: true,
    })
    const kill = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const timer = setTimeout(kill, 12_000)
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    child.once('exit', done).once('error', done)
  })
}
