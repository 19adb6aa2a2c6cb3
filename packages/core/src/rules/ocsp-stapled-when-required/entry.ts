import { entryFor } from '../entry.ts'
import { ocspStapledWhenRequired } from './rule.ts'

export const ocspStapledWhenRequiredEntry = entryFor(ocspStapledWhenRequired)({
  en: {
    title: 'OCSP is stapled where required',
    why: 'A certificate that demands a stapled answer is refused by strict peers when the server does not send one.',
    pass: 'The stapled answer is there.',
    fail: 'The certificate demands a stapled OCSP answer and the server sends none.',
    fix: 'Switch OCSP stapling on, or have the certificate issued without the demand.',
  },
  da: {
    title: 'OCSP er vedhæftet, hvor det kræves',
    why: 'Et certifikat, der kræver et vedhæftet svar, afvises af strenge modparter, når serveren ikke sender det.',
    pass: 'Det vedhæftede svar er der.',
    fail: 'Certifikatet kræver et vedhæftet OCSP-svar, og serveren sender ikke noget.',
    fix: 'Slå OCSP-stapling til, eller få certifikatet udstedt uden kravet.',
  },
})
