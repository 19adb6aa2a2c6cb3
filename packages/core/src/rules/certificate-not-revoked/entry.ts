import { entryFor } from '../entry.ts'
import { certificateNotRevoked } from './rule.ts'

export const certificateNotRevokedEntry = entryFor(certificateNotRevoked)({
  en: {
    title: 'The certificate is not revoked',
    why: 'The server itself hands out the answer of its CA. Peers that look at it end the connection when the CA has revoked the certificate.',
    pass: 'The stapled answer says that the certificate is good. Issued by {issuer}.',
    fail: 'The stapled answer says that the certificate is revoked. Issued by {issuer}.',
    fix: 'Have a new certificate issued for a new key, install it, and find out from the CA why the old one was revoked: the old key may be in wrong hands.',
  },
  da: {
    title: 'Certifikatet er ikke tilbagekaldt',
    why: 'Serveren udleverer selv svaret fra sin CA. Modparter, der ser på det, afbryder forbindelsen, når CA’en har tilbagekaldt certifikatet.',
    pass: 'Det vedhæftede svar siger, at certifikatet er gyldigt. Udstedt af {issuer}.',
    fail: 'Det vedhæftede svar siger, at certifikatet er tilbagekaldt. Udstedt af {issuer}.',
    fix: 'Få udstedt et nyt certifikat til en ny nøgle, installer det, og spørg CA’en, hvorfor det gamle blev tilbagekaldt: Den gamle nøgle kan være i forkerte hænder.',
  },
})
