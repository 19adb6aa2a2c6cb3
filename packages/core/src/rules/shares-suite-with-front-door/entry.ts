import { entryFor } from '../entry.ts'
import { sharesSuiteWithFrontDoor } from './rule.ts'

export const sharesSuiteWithFrontDoorEntry = entryFor(sharesSuiteWithFrontDoor)({
  en: {
    title: 'A suite in common with Azure Front Door',
    why: 'Front Door terminates Teams and other services and has a list of its own, without static RSA and with curves of its own choice.',
    pass: 'In common with Azure Front Door: {shared}.',
    fail: 'Nothing in common with Azure Front Door. Accepted here: {accepted}.',
    fix: 'Add TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 to the suites that the server accepts; they need an RSA certificate and the curves P-256 or P-384.',
  },
  da: {
    title: 'En fælles krypteringspakke med Azure Front Door',
    why: 'Front Door terminerer Teams og andre tjenester og har sin egen liste uden statisk RSA og med egne kurver.',
    pass: 'Fælles med Azure Front Door: {shared}.',
    fail: 'Intet til fælles med Azure Front Door. Accepteres her: {accepted}.',
    fix: 'Tilføj TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 og TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 til de krypteringspakker, serveren accepterer. De kræver et RSA-certifikat og kurverne P-256 eller P-384.',
  },
})
