import { entryFor } from '../entry.ts'
import { tlsReportsAskedFor } from './rule.ts'

export const tlsReportsAskedForEntry = entryFor(tlsReportsAskedFor)({
  en: {
    title: 'TLS reports are asked for',
    why: 'TLS reports tell a domain which senders fail to deliver over TLS, and why.',
    pass: 'The domain asks for TLS reports.',
    fail: 'The domain does not ask for TLS reports.',
    fix: 'Publish a TXT record at _smtp._tls with an address for reports.',
  },
  da: {
    title: 'Der bedes om TLS-rapporter',
    why: 'TLS-rapporter fortæller et domæne, hvilke afsendere der ikke kan levere over TLS, og hvorfor.',
    pass: 'Domænet beder om TLS-rapporter.',
    fail: 'Domænet beder ikke om TLS-rapporter.',
    fix: 'Udgiv en TXT-post på _smtp._tls med en adresse til rapporter.',
  },
})
