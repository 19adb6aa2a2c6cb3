import { entryFor } from '../entry.ts'
import { offersTls13 } from './rule.ts'

export const offersTls13Entry = entryFor(offersTls13)({
  en: {
    title: 'TLS 1.3 is offered',
    why: 'TLS 1.3 is quicker to set up and leaves the weak choices of earlier versions out. Microsoft 365 does not ask for it, so it is a step for later, not a condition.',
    pass: 'TLS 1.3 is offered.',
    fail: 'TLS 1.3 is not offered.',
    fix: 'Offer TLS 1.3 beside TLS 1.2 where the product supports it (OpenSSL 1.1.1, Windows Server 2022, Java 11 and later).',
  },
  da: {
    title: 'TLS 1.3 tilbydes',
    why: 'TLS 1.3 er hurtigere at etablere og udelader de svage valg fra tidligere versioner. Microsoft 365 kræver den ikke, så det er et senere skridt og ikke en betingelse.',
    pass: 'TLS 1.3 tilbydes.',
    fail: 'TLS 1.3 tilbydes ikke.',
    fix: 'Tilbyd TLS 1.3 ved siden af TLS 1.2, hvor produktet understøtter det (OpenSSL 1.1.1, Windows Server 2022, Java 11 og nyere).',
  },
})
