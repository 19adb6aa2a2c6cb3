import { entryFor } from '../entry.ts'
import { chainComplete } from './rule.ts'

export const chainCompleteEntry = entryFor(chainComplete)({
  en: {
    title: 'The chain is complete',
    why: 'A peer that does not fetch missing intermediates itself cannot build the chain, although the certificate is good.',
    pass: '{count} certificates are sent and the chain is whole.',
    fail: '{count} certificates are sent; the one issued by {issuer} is missing its issuer.',
    fix: 'Configure the server with the full chain file of the CA: leaf first, then the intermediates, without the root.',
  },
  da: {
    title: 'Kæden er fuldstændig',
    why: 'En modpart, der ikke selv henter manglende mellemcertifikater, kan ikke bygge kæden, selv om certifikatet er godt.',
    pass: 'Der sendes {count} certifikater, og kæden er hel.',
    fail: 'Der sendes {count} certifikater, men udstederen {issuer} mangler.',
    fix: 'Konfigurer serveren med CA’ens fulde kædefil: først serverens certifikat, så mellemcertifikaterne, uden rodcertifikatet.',
  },
})
