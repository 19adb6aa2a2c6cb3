import { hasExtension } from '../wire/extensions/extension.ts'
import { contentTypes } from '../wire/record.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite, tlsVersions } from './check.ts'
import { type Response, response } from './response.ts'
import { found, notVulnerable, unclear, vulnerable, withoutSession } from './verdicts.ts'

/**
 * CVE-2014-0160: a heartbeat request (RFC 6520) that claims one byte of payload and has none. A correct server discards
 * it; a flawed one answers with one byte that is not ours, the least that proves it.
 */
export const heartbleed: ActiveCheck = {
  id: 'heartbleed',
  needs: 'permission',
  answers: { vulnerabilities: ['heartbleed'], features: [] },
  suites: anySuite,
  versions: tlsVersions,
  until: 'flight',
  connections: 6,
  run: async (context) => {
    const change = { flags: ['extendedMasterSecret', 'heartbeat'] } as const
    const tried = await ask(
      context,
      { shape: 'heartbeat', change, until: 'flight', versions: tlsVersions },
      async ({ channel, flight }) => {
        if (!hasExtension(flight.hello.extensions, extensionTypes.heartbeat)) return null
        channel.send(contentTypes.heartbeat, Uint8Array.of(request, 0, 1))
        const first = await response(channel, 'heartbeat-request', context.patience)
        if (first.kind !== 'silent') return first
        // Both arrive in order: a server that acts on this has let the request pass.
        channel.send(contentTypes.alert, closeNotify)
        return response(channel, 'heartbeat-request, close_notify', context.patience)
      },
    )
    if (!tried.done) return found(withoutSession('heartbleed', tried.ending))
    if (tried.value !== null) return found(judge(tried.value))
    const evidence = { shape: tried.shape, answer: 'ServerHello without heartbeat', bytes: '' }
    return found(notVulnerable('heartbleed', evidence))
  },
}

function judge({ kind, description, evidence }: Response) {
  if (kind === 'heartbeat' && description === answerType) {
    return vulnerable('heartbleed', { ...evidence, answer: 'heartbeat response with memory that was not sent' })
  }
  if (kind === 'alert' || kind === 'closed') return notVulnerable('heartbleed', evidence)
  if (kind === 'reset') return unclear('heartbleed', 'reset', evidence)
  return unclear('heartbleed', kind === 'silent' ? 'timed-out' : 'inconsistent', evidence)
}

const request = 1
const answerType = 2
const closeNotify = Uint8Array.of(1, 0)
