import { entryFor } from '../entry.ts'
import { sharesSuiteWithEntraId } from './rule.ts'

export const sharesSuiteWithEntraIdEntry = entryFor(sharesSuiteWithEntraId)({
  en: {
    title: 'A suite in common with Microsoft Entra ID',
    why: 'Entra ID calls federation servers and the APIs behind custom policies over TLS 1.2 with the same eight suites.',
    pass: 'In common with Microsoft Entra ID: {shared}.',
    fail: 'Nothing in common with Microsoft Entra ID. Accepted here: {accepted}.',
    fix: 'Add TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 to the suites that the server accepts; they need an RSA certificate and the curves P-256 or P-384.',
  },
  da: {
    title: 'En fælles krypteringspakke med Microsoft Entra ID',
    why: 'Entra ID kalder føderationsservere og API’er bag brugerdefinerede politikker over TLS 1.2 med de samme otte krypteringspakker.',
    pass: 'Fælles med Microsoft Entra ID: {shared}.',
    fail: 'Intet til fælles med Microsoft Entra ID. Accepteres her: {accepted}.',
    fix: 'Tilføj TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 og TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 til de krypteringspakker, serveren accepterer. De kræver et RSA-certifikat og kurverne P-256 eller P-384.',
  },
})
