import { hasExtension } from '../wire/extensions/extension.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite } from './check.ts'
import { answer, learned, unanswered } from './verdicts.ts'

/** RFC 5746: the server answers our signal with `renegotiation_info`. TLS 1.3 has no renegotiation to secure. */
export const secureRenegotiation: ActiveCheck = {
  id: 'secure-renegotiation',
  needs: 'nothing',
  answers: { vulnerabilities: [], features: ['secure-renegotiation'] },
  suites: anySuite,
  until: 'flight',
  connections: 8,
  run: async (context) => {
    const tried = await ask(context, { shape: 'scsv', until: 'flight' }, async ({ flight }) =>
      hasExtension(flight.hello.extensions, extensionTypes.renegotiationInfo),
    )
    if (!tried.done) {
      const { refusal, reason, evidence } = tried.ending
      return learned('secure-renegotiation', unanswered(refusal ? 'not-applicable' : reason, evidence))
    }
    const said = `ServerHello ${tried.value ? 'with' : 'without'} renegotiation_info`
    return learned('secure-renegotiation', answer(tried.value, { shape: tried.shape, answer: said, bytes: '' }))
  },
}
