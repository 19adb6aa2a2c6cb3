import { entryFor } from '../entry.ts'
import { completesHandshakeWithPeer } from './rule.ts'

export const completesHandshakeWithPeerEntry = entryFor(completesHandshakeWithPeer)({
  en: {
    title: 'Its peer completes a handshake',
    why: 'Version, cipher suite, group and signature must all fit at the same time. This is computed from what the server showed and what its peer offers.',
    pass: '{peer} would connect: {result}.',
    fail: '{peer} would not connect: {result}.',
    fix: 'Follow the finding that names what is missing: the version, the suite, the group, the signature or the key size.',
  },
  da: {
    title: 'Modparten gennemfører et handshake',
    why: 'Version, krypteringspakke, gruppe og signatur skal alle passe på samme tid. Det er beregnet ud fra det, serveren viste, og det, modparten tilbyder.',
    pass: '{peer} ville få forbindelse: {result}.',
    fail: '{peer} ville ikke få forbindelse: {result}.',
    fix: 'Følg det fund, der nævner, hvad der mangler: versionen, krypteringspakken, gruppen, signaturen eller nøglestørrelsen.',
  },
})
