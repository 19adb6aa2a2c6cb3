import { entryFor } from '../entry.ts'
import { sharesSuiteWithMicrosoft365 } from './rule.ts'

export const sharesSuiteWithMicrosoft365Entry = entryFor(sharesSuiteWithMicrosoft365)({
  en: {
    title: 'A suite in common with Microsoft 365',
    why: 'TLS 1.2 alone is not enough: both sides need a cipher suite in common. Microsoft publishes the list that its services accept; a server hardened to other suites is refused like one without TLS 1.2.',
    pass: 'In common with Microsoft 365: {shared}.',
    fail: 'Nothing in common with Microsoft 365. Accepted here: {accepted}.',
    fix: 'Add TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 to the suites that the server accepts; they need an RSA certificate and the curves P-256 or P-384.',
  },
  da: {
    title: 'En fælles krypteringspakke med Microsoft 365',
    why: 'TLS 1.2 alene er ikke nok: Begge sider skal have en krypteringspakke til fælles. Microsoft offentliggør listen over dem, tjenesterne accepterer, og en server, der er begrænset til andre, bliver afvist ligesom en uden TLS 1.2.',
    pass: 'Fælles med Microsoft 365: {shared}.',
    fail: 'Intet til fælles med Microsoft 365. Accepteres her: {accepted}.',
    fix: 'Tilføj TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 og TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 til de krypteringspakker, serveren accepterer. De kræver et RSA-certifikat og kurverne P-256 eller P-384.',
  },
})
