import type { Answer } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { clientExtension, hasExtension } from '../wire/extensions/extension.ts'
import { renegotiationInfo } from '../wire/extensions/renegotiation-info.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite } from './check.ts'
import { renegotiate } from './renegotiate.ts'
import type { Response } from './response.ts'
import { staysOpen } from './stays-open.ts'
import { answer, featureWithoutSession, learned, unanswered } from './verdicts.ts'

const id = 'client-renegotiation'

/** Whether the server lets a client start another handshake, bound to the first as RFC 5746 asks. Once, not to its end. */
export const clientRenegotiation: ActiveCheck = {
  id,
  needs: 'permission',
  answers: { vulnerabilities: [], features: [id] },
  suites: anySuite,
  connections: 16,
  run: async (context) => {
    const tried = await ask(context, { shape: 'renegotiation' }, async (session) => {
      const isBound = hasExtension(session.flight.hello.extensions, extensionTypes.renegotiationInfo)
      return renegotiate(session, context, `second hello, ${isBound ? 'bound' : 'unbound'}`, () =>
        isBound
          ? { extensions: true, extraExtensions: [clientExtension(renegotiationInfo, ownVerifyData(session))] }
          : {},
      )
    })
    if (!tried.done) return learned(id, featureWithoutSession(tried.ending))
    const isReaction = tried.value.kind !== 'closed' || (await staysOpen(context, { shape: 'renegotiation-control' }))
    return learned(id, judge(tried.value, isReaction))
  },
}

function ownVerifyData(session: ClientSession): Uint8Array {
  return session.verifyData?.client ?? new Uint8Array(0)
}

function judge({ kind, evidence }: Response, isReaction: boolean): Answer {
  if (kind === 'handshake') return answer(true, evidence)
  if (kind === 'alert' || (kind === 'closed' && isReaction)) return answer(false, evidence)
  if (kind === 'closed') return unanswered('closed', evidence)
  if (kind === 'silent') return unanswered('timed-out', evidence)
  return unanswered(kind === 'reset' ? 'reset' : 'inconsistent', evidence)
}
