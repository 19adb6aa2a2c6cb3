import { entryFor } from '../entry.ts'
import { sharesSuiteWithExchangeOnline } from './rule.ts'

export const sharesSuiteWithExchangeOnlineEntry = entryFor(sharesSuiteWithExchangeOnline)({
  en: {
    title: 'A suite in common with Exchange Online',
    why: 'Exchange Online connects to mail servers, hybrid connectors and on-premises Exchange Web Services, and accepts only the suites of the Microsoft 365 list.',
    pass: 'In common with Exchange Online: {shared}.',
    fail: 'Nothing in common with Exchange Online. Accepted here: {accepted}.',
    fix: 'Add TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 to the suites that the server accepts; they need an RSA certificate and the curves P-256 or P-384.',
  },
  da: {
    title: 'En fælles krypteringspakke med Exchange Online',
    why: 'Exchange Online opretter forbindelse til mailservere, hybridforbindelser og lokale Exchange Web Services og accepterer kun krypteringspakkerne på Microsoft 365-listen.',
    pass: 'Fælles med Exchange Online: {shared}.',
    fail: 'Intet til fælles med Exchange Online. Accepteres her: {accepted}.',
    fix: 'Tilføj TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 og TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 til de krypteringspakker, serveren accepterer. De kræver et RSA-certifikat og kurverne P-256 eller P-384.',
  },
})
