import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite } from './check.ts'
import { answer, featureWithoutSession, notVulnerable, vulnerable, withoutSession } from './verdicts.ts'

/** CVE-2012-4929 (CRIME): DEFLATE (RFC 3749) is offered, and the server takes it or not. */
export const compression: ActiveCheck = {
  id: 'compression',
  needs: 'nothing',
  answers: { vulnerabilities: ['crime'], features: ['compression'] },
  suites: anySuite,
  until: 'flight',
  connections: 8,
  run: async (context) => {
    const change = { compressionMethods: [deflate, none] }
    const tried = await ask(
      context,
      { shape: 'deflate', change, until: 'flight' },
      async ({ flight }) => flight.hello.compressionMethod,
    )
    if (!tried.done) {
      const { ending } = tried
      return {
        vulnerabilities: [withoutSession('crime', ending)],
        features: { compression: featureWithoutSession(ending) },
      }
    }
    const isCompressed = tried.value !== none
    const said = `ServerHello with compression method ${tried.value}`
    const evidence = { shape: tried.shape, answer: said, bytes: '' }
    return {
      vulnerabilities: [isCompressed ? vulnerable('crime', evidence) : notVulnerable('crime', evidence)],
      features: { compression: answer(isCompressed, evidence) },
    }
  },
}

const none = 0
const deflate = 1
